/* Logs: who is told of what happens in sessions. */

#include "check.h"
#include "client.h"
#include "connecting.h"
#include "directory.h"
#include "fixture.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct told {
    int count;
    int most;      /* the most detailed level */
    int sessions;  /* how many sessions there are */
    uint64_t session;
    int64_t last;
    int backwards; /* events that are earlier than the one before, in the same session */
    int finalized;
    char text[65536];
};

static void tell(void *user_data, uint64_t session, int64_t microseconds, int32_t level, const char *phase,
                 const char *host, const char *message) {
    struct told *told = user_data;
    told->count++;
    if (level > told->most) told->most = level;
    if (session != told->session) {
        told->sessions++;
        told->session = session;
        told->last = 0;
    }
    if (microseconds < told->last) told->backwards++;
    told->last = microseconds;
    size_t length = strlen(told->text);
    snprintf(told->text + length, sizeof told->text - length, "%s|%s|%s\n", phase, host, message);
}

static void finalize(void *user_data) {
    ((struct told *)user_data)->finalized++;
}

TEST(a_client_tells_what_happens) {
    BEHAVIOUR("log.tells-what-happens");
    BEHAVIOUR("log.no-secrets");
    static struct told told;
    swiftssh_client *client = ready_client(sshd_port(NULL));
    swiftssh_session *session = NULL;
    OK(swiftssh_client_set_log_callback(client, SWIFTSSH_LOG_DEBUG, tell, &told, finalize, &failure));
    REQUIRE_OK(swiftssh_client_connect(client, PATIENCE, &failure));
    REQUIRE_OK(swiftssh_client_session(client, &session, &failure));
    CHECK_TEXT("spoken\n", output_of(session, "echo spoken"));
    swiftssh_session_free(session);
    OK(swiftssh_client_close(client, &failure));
    CHECK_CONTAINS("connecting|127.0.0.1|connecting to 127.0.0.1 port", told.text);
    CHECK_CONTAINS("identification|127.0.0.1|the server is SSH-2.0-OpenSSH", told.text);
    CHECK_CONTAINS("key exchange|127.0.0.1|this side offers key exchange algorithm", told.text);
    CHECK_CONTAINS("key exchange|127.0.0.1|the server offers key exchange algorithm", told.text);
    CHECK_CONTAINS("key exchange|127.0.0.1|agreed on key exchange algorithm", told.text);
    CHECK_CONTAINS("host key|127.0.0.1|the key is accepted: the host's key is known: ssh-ed25519 SHA256:", told.text);
    CHECK_CONTAINS("known_hosts:1", told.text);
    CHECK_CONTAINS("authenticating|127.0.0.1|login of ", told.text);
    CHECK_CONTAINS("channel|127.0.0.1|channel 1: exec (11 bytes): done", told.text);
    CHECK_CONTAINS("channel 1: the server has closed it, exit status 0", told.text);
    CHECK_CONTAINS("the connection is over", told.text);
    CHECK(strstr(told.text, "spoken") == NULL);
    CHECK_NUMBER(1, told.sessions);
    CHECK_NUMBER(0, told.backwards);
    CHECK_NUMBER(SWIFTSSH_LOG_DEBUG, told.most);
    swiftssh_client_free(client);
    CHECK_NUMBER(1, told.finalized);
}

TEST(a_session_tells_as_much_as_is_wanted) {
    BEHAVIOUR("log.levels");
    BEHAVIOUR("log.trouble-is-told");
    static struct told info, none, trouble;
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    OK(swiftssh_session_set_log_callback(session, SWIFTSSH_LOG_INFO, tell, &info, finalize, &failure));
    CHECK_TEXT("in\n", output_of(session, "echo in"));
    CHECK_NUMBER(0, info.count);
    OK(swiftssh_session_set_log_callback(session, SWIFTSSH_LOG_DEBUG, tell, &none, finalize, &failure));
    CHECK_NUMBER(1, info.finalized);
    OK(swiftssh_session_set_log_callback(session, SWIFTSSH_LOG_DEBUG, NULL, NULL, NULL, &failure));
    CHECK_NUMBER(1, none.finalized);
    CHECK_TEXT("in\n", output_of(session, "echo in"));
    CHECK_NUMBER(0, none.count);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_set_log_callback(session, 99, tell, &trouble, finalize, &failure));
    FAILS(SWIFTSSH_ERROR_INVALID_HANDLE,
          swiftssh_session_set_log_callback(NULL, SWIFTSSH_LOG_INFO, tell, &trouble, finalize, &failure));
    CHECK_NUMBER(2, trouble.finalized);

    swiftssh_client *client = new_client(sshd_port(NULL));
    OK(swiftssh_client_add_known_hosts_file(client, fact("KNOWN_HOSTS_CHANGED"), &failure));
    OK(swiftssh_client_set_log_callback(client, SWIFTSSH_LOG_WARNING, tell, &trouble, NULL, &failure));
    FAILS(SWIFTSSH_ERROR_HOST_KEY_MISMATCH, swiftssh_client_connect(client, PATIENCE, &failure));
    CHECK_NUMBER(1, trouble.count);
    CHECK_CONTAINS("host key|127.0.0.1|the key is refused: ", trouble.text);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_client_set_log_callback(client, 0, tell, &trouble, NULL, &failure));
}

static swiftssh_session *asked_session;
static int answers, endings;

static void ask(void *user_data, uint64_t number, int64_t microseconds, int32_t level, const char *phase,
                const char *host, const char *message) {
    (void)user_data, (void)number, (void)microseconds, (void)level, (void)phase, (void)host;
    if (strstr(message, "opening a channel") != NULL) {
        answers += swiftssh_session_userauth_authenticated(asked_session);
    }
    if (strstr(message, "exec") != NULL && swiftssh_session_close(asked_session, NULL) == 0) endings++;
}

TEST(who_is_told_may_call) {
    BEHAVIOUR("log.handler-may-call");
    asked_session = logged_in(NULL);
    REQUIRE(asked_session != NULL);
    OK(swiftssh_session_set_log_callback(asked_session, SWIFTSSH_LOG_DEBUG, ask, NULL, NULL, &failure));
    swiftssh_channel *channel = opened(asked_session);
    REQUIRE(channel != NULL);
    CHECK(answers >= 1);
    CHECK(swiftssh_channel_exec(channel, "sleep 600", &failure) < 0);
    CHECK(endings >= 1);
}

TEST(one_log_for_every_session) {
    BEHAVIOUR("log.every-session");
    static struct told told;
    OK(swiftssh_set_log_callback(SWIFTSSH_LOG_INFO, tell, &told, finalize, &failure));
    for (int i = 0; i < 2; i++) {
        swiftssh_client *client = ready_client(sshd_port(NULL));
        OK(swiftssh_client_connect(client, PATIENCE, &failure));
    }
    CHECK_NUMBER(2, told.sessions);
    CHECK_NUMBER(SWIFTSSH_LOG_INFO, told.most);
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    int before = told.count;
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_set_log_callback(99, tell, &told, NULL, &failure));
    OK(swiftssh_set_log_callback(SWIFTSSH_LOG_INFO, NULL, NULL, NULL, &failure));
    CHECK_NUMBER(1, told.finalized);
    OK(swiftssh_session_disconnect(session, 11, "done", NULL, &failure));
    CHECK_NUMBER(before, told.count);
}

TEST(the_environment_has_it_written) {
    BEHAVIOUR("log.every-session");
    const char *path = scratch("log");
    char written[65536] = "";
    fflush(stderr);
    int before = dup(STDERR_FILENO), file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
    REQUIRE(before >= 0 && file >= 0);
    setenv("SWIFTSSH_LOG", "info", 1);
    dup2(file, STDERR_FILENO);
    swiftssh_client *client = ready_client(sshd_port(NULL));
    int64_t status = swiftssh_client_connect(client, PATIENCE, NULL);
    unsetenv("SWIFTSSH_LOG");
    dup2(before, STDERR_FILENO);
    close(before);
    CHECK_NUMBER(0, status);
    CHECK(pread(file, written, sizeof written - 1, 0) > 0);
    close(file);
    CHECK_CONTAINS("swiftssh info [", written);
    CHECK_CONTAINS("identification: 127.0.0.1: the server is SSH-2.0-OpenSSH", written);
    CHECK(strstr(written, " debug ") == NULL);
}
