/* Good handles with arguments that are not what they should be. */

#include "abuse.h"

#include "client.h"
#include "directory.h"
#include "files.h"
#include "fixture.h"

#include <string.h>

/* Calls every function of one type on a session that is not connected, or on a channel. */
static void abuse_type(const char *type, void *handle, const char *const *spared) {
    for (size_t index = 0; index < ABUSE_COUNT; index++) {
        const struct abuse_entry *entry = &abuse_table[index];
        int is_spared = entry->handle == NULL || strcmp(entry->handle, type) != 0;
        for (size_t name = 0; spared[name] != NULL; name++) is_spared |= strcmp(entry->name, spared[name]) == 0;
        for (int combination = 0; !is_spared && combination < ABUSE_COMBINATIONS; combination++) {
            struct abuse_result result = {0, NULL, 0, 0, 0, 0};
            struct abuse_arguments arguments = abuse_combination(combination);
            arguments.handle = handle;
            arguments.result = &result;
            entry->call(&arguments);
            abuse_check_consistent(entry, &arguments, &result);
        }
    }
}

TEST(a_session_survives_any_argument) {
    BEHAVIOUR("abi.bad-arguments-are-refused");
    /* Those that would end it, resolve a name, or take standard input for a socket. */
    static const char *const spared[] = {"swiftssh_session_free", "swiftssh_session_close", "swiftssh_session_connect",
                                         "swiftssh_session_handshake", NULL};
    swiftssh_session *session = new_session();
    abuse_type("swiftssh_session", session, spared);
    /* Being told to offer nonsense and having its modes changed did not hurt it. */
    OK(swiftssh_session_set_blocking(session, 1, &failure));
    OK(swiftssh_session_set_timeout(session, 60000, &failure));
    OK(swiftssh_session_handshake(session, sshd(NULL)->socket, &failure));
}

TEST(a_session_with_keys_survives_any_argument) {
    BEHAVIOUR("abi.bad-arguments-are-refused");
    static const char *const spared[] = {"swiftssh_session_free", "swiftssh_session_close",
                                         "swiftssh_session_disconnect", NULL};
    swiftssh_session *session = session_over(sshd("-o", "MaxAuthTries 1000", NULL)->socket);
    REQUIRE(session != NULL);
    abuse_type("swiftssh_session", session, spared);
    CHECK_NUMBER(0, swiftssh_session_userauth_authenticated(session));
}

TEST(a_channel_survives_any_argument) {
    BEHAVIOUR("abi.bad-arguments-are-refused");
    static const char *const spared[] = {"swiftssh_channel_free", "swiftssh_channel_write", NULL};
    swiftssh_session *session = logged_in(NULL);
    swiftssh_channel *channel = session == NULL ? NULL : opened(session);
    REQUIRE(channel != NULL);
    OK(swiftssh_session_set_timeout(session, 20, &failure));
    abuse_type("swiftssh_channel", channel, spared);
    OK(swiftssh_session_set_timeout(session, 60000, &failure));
    CHECK_TEXT("alive\n", output_of(session, "echo alive"));
}

TEST(an_error_survives_any_argument) {
    BEHAVIOUR("abi.bad-arguments-are-refused");
    static const char *const spared[] = {"swiftssh_error_free", NULL};
    FAILS(SWIFTSSH_ERROR_INVALID_HANDLE, swiftssh_session_ping(NULL, &failure));
    abuse_type("swiftssh_error", failure, spared);
}

TEST(known_hosts_survive_any_argument) {
    BEHAVIOUR("abi.bad-arguments-are-refused");
    /* The text would be the name of a file. */
    static const char *const spared[] = {"swiftssh_knownhost_free", "swiftssh_knownhost_writefile",
                                         "swiftssh_knownhost_entry_free", NULL};
    static const char line[] = "alpha ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAAXg=";
    swiftssh_knownhost *hosts = NULL;
    swiftssh_knownhost_entry *entry = NULL;
    REQUIRE_OK(swiftssh_knownhost_new(&hosts, &failure));
    OK(swiftssh_knownhost_readline(hosts, (const uint8_t *)line, strlen(line), 1, &failure));
    OK(swiftssh_knownhost_get(hosts, NULL, &entry, &failure));
    abuse_type("swiftssh_knownhost", hosts, spared);
    abuse_type("swiftssh_knownhost_entry", entry, spared);
    CHECK_TEXT("ssh-ed25519", swiftssh_knownhost_entry_key_type(entry));
    swiftssh_knownhost_entry_free(entry);
    swiftssh_knownhost_free(hosts);
}

TEST(sftp_survives_any_argument) {
    BEHAVIOUR("abi.bad-arguments-are-refused");
    /* Those that would end it, or take the text for a file of this machine's. */
    static const char *const spared[] = {"swiftssh_sftp_free", "swiftssh_sftp_shutdown", "swiftssh_sftp_get_channel",
                                         "swiftssh_sftp_get", "swiftssh_sftp_put",
                                         "swiftssh_sftp_handle_free", "swiftssh_sftp_handle_close",
                                         "swiftssh_sftp_attributes_free", "swiftssh_sftp_names_free",
                                         "swiftssh_sftp_filesystem_free", "swiftssh_sftp_walker_free",
                                         "swiftssh_sftp_paths_free", "swiftssh_sftp_report_free",
                                         "swiftssh_sftp_transfer_options_free", NULL};
    const uint32_t users[] = {0};
    swiftssh_sftp_names *names = NULL;
    swiftssh_sftp_filesystem *filesystem = NULL;
    swiftssh_sftp_walker *walker = NULL;
    swiftssh_sftp_paths *paths = NULL;
    swiftssh_sftp_report *report = NULL;
    swiftssh_sftp_transfer_options *options = NULL;
    swiftssh_session *session = logged_in(NULL);
    swiftssh_sftp *sftp = sftp_on(session);
    REQUIRE(sftp != NULL);
    swiftssh_sftp_attributes *known = attributes();
    swiftssh_sftp_handle *file = file_on(sftp, scratch("file"), 0x1b), *directory = directory_on(sftp, scratch(""));
    OK(swiftssh_sftp_statvfs(sftp, "/", &filesystem, &failure));
    swiftssh_sftp_users_groups_by_id(sftp, users, sizeof users, NULL, 0, &names, NULL);
    OK(swiftssh_sftp_walk(sftp, scratch(""), &walker, &failure));
    OK(swiftssh_sftp_glob(sftp, "*", &paths, &failure));
    OK(swiftssh_sftp_transfer_options_new(&options, &failure));
    OK(swiftssh_sftp_get(sftp, scratch("file"), scratch("copy"), options, NULL, NULL, NULL, &report, &failure));
    abuse_type("swiftssh_sftp", sftp, spared);
    abuse_type("swiftssh_sftp_walker", walker, spared);
    abuse_type("swiftssh_sftp_paths", paths, spared);
    abuse_type("swiftssh_sftp_report", report, spared);
    abuse_type("swiftssh_sftp_transfer_options", options, spared);
    abuse_type("swiftssh_sftp_handle", file, spared);
    abuse_type("swiftssh_sftp_handle", directory, spared);
    abuse_type("swiftssh_sftp_attributes", known, spared);
    abuse_type("swiftssh_sftp_filesystem", filesystem, spared);
    abuse_type("swiftssh_sftp_names", names, spared);
    swiftssh_sftp_filesystem_free(filesystem);
    swiftssh_sftp_names_free(names);
    swiftssh_sftp_walker_free(walker);
    swiftssh_sftp_paths_free(paths);
    swiftssh_sftp_report_free(report);
    swiftssh_sftp_transfer_options_free(options);
    OK(swiftssh_sftp_stat(sftp, "/", known, &failure));
}

TEST(functions_without_a_handle_survive_any_argument) {
    BEHAVIOUR("abi.bad-arguments-are-refused");
    for (size_t index = 0; index < ABUSE_COUNT; index++) {
        const struct abuse_entry *entry = &abuse_table[index];
        for (int combination = 0; entry->handle == NULL && combination < ABUSE_COMBINATIONS; combination++) {
            struct abuse_result result = {0, NULL, 0, 0, 0, 0};
            struct abuse_arguments arguments = abuse_combination(combination);
            arguments.result = &result;
            entry->call(&arguments);
            abuse_check_consistent(entry, &arguments, &result);
        }
    }
}

TEST(wrong_arguments_are_named) {
    BEHAVIOUR("abi.bad-arguments-are-refused");
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_new(NULL, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_userauth_password(session, NULL, NULL, 0, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_userauth_password(session, "user", NULL, 5, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_userauth_password(
        session, "user", (const uint8_t *)"x", SIZE_MAX, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_userauth_publickey_fromfile(
        session, "user", NULL, NULL, NULL, 0, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_userauth_publickey_frommemory(
        session, "user", NULL, 0, NULL, 0, NULL, 0, &failure));
    FAILS(SWIFTSSH_ERROR_INVALID_TEXT, swiftssh_session_userauth_password(session, "\xff", NULL, 0, &failure));
    CHECK(swiftssh_session_connect(new_session(), "127.0.0.1", 0, NULL) < 0);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_connect(new_session(), NULL, 22, &failure));
    REQUIRE(log_in(session) == 0);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_open_session(session, NULL, &failure));
    swiftssh_channel *channel = opened(session);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_channel_exec(channel, NULL, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_channel_read(channel, 0, NULL, 1, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_channel_write(channel, 0, NULL, 1, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_channel_process_startup(channel, "", NULL, 0, &failure));
}
