/* Answering the server's questions. */

#include "check.h"
#include "client.h"
#include "fixture.h"
#include "drive.h"

#include <string.h>

struct conversation {
    const char *answers[4];
    int32_t give_up;
    int rounds, questions, echoed;
    char prompts[256];
    int finished;
    swiftssh_session *session;
};

static int32_t answer(void *user_data, swiftssh_keyboard_interactive *request) {
    struct conversation *conversation = user_data;
    conversation->rounds++;
    CHECK(swiftssh_keyboard_interactive_name(request) != NULL);
    CHECK(swiftssh_keyboard_interactive_instruction(request) != NULL);
    uint32_t count = swiftssh_keyboard_interactive_prompt_count(request);
    for (uint32_t index = 0; index < count; index++) {
        const char *text = conversation->answers[conversation->questions++ % 4];
        strncat(conversation->prompts, swiftssh_keyboard_interactive_prompt(request, index),
                sizeof conversation->prompts - strlen(conversation->prompts) - 1);
        conversation->echoed += swiftssh_keyboard_interactive_echo(request, index);
        OK(swiftssh_keyboard_interactive_answer(request, index, (const uint8_t *)"replaced", 8, &failure));
        OK(swiftssh_keyboard_interactive_answer(request, index, (const uint8_t *)text, strlen(text), &failure));
    }
    CHECK_TEXT("", swiftssh_keyboard_interactive_prompt(request, count));
    CHECK_NUMBER(SWIFTSSH_ERROR_INVAL, swiftssh_keyboard_interactive_echo(request, count));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_keyboard_interactive_answer(request, count, NULL, 0, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_keyboard_interactive_answer(
        request, 0, (const uint8_t *)"x", (size_t)1 << 40, &failure));
    FAILS(SWIFTSSH_ERROR_REENTERED, swiftssh_session_ping(conversation->session, &failure));
    /* The call that the callback is within has the same place for its error. */
    forget_failure();
    return conversation->give_up;
}

static void finish(void *user_data) {
    ((struct conversation *)user_data)->finished++;
}

static swiftssh_status converse(swiftssh_session *session, struct conversation *conversation) {
    conversation->session = session;
    return swiftssh_session_userauth_keyboard_interactive(
        session, fact("USER"), answer, conversation, finish, &failure);
}

TEST(the_password_answers_the_question) {
    BEHAVIOUR("session.keyboard-interactive-login");
    BEHAVIOUR("session.callback-may-not-reenter");
    struct conversation conversation = {.answers = {fact("PASSWORD")}};
    swiftssh_session *session = session_over(sshd("--pam", "password", NULL)->socket);
    REQUIRE(session != NULL);
    REQUIRE_OK(converse(session, &conversation));
    CHECK_NUMBER(1, swiftssh_session_userauth_authenticated(session));
    CHECK_NUMBER(1, conversation.questions);
    CHECK_NUMBER(0, conversation.echoed);
    CHECK_CONTAINS("Password: ", conversation.prompts);
    CHECK_NUMBER(1, conversation.finished);
    CHECK_TEXT("in\n", output_of(session, "echo in"));
}

TEST(questions_come_round_by_round) {
    BEHAVIOUR("session.keyboard-interactive-rounds");
    struct conversation conversation = {.answers = {fact("PASSWORD"), fact("TOKEN")}};
    swiftssh_session *session = session_over(sshd("--pam", "two", NULL)->socket);
    REQUIRE(session != NULL);
    OK(converse(session, &conversation));
    CHECK(conversation.rounds >= 2);
    CHECK_NUMBER(2, conversation.questions);
    CHECK_NUMBER(1, conversation.echoed);
    CHECK_NUMBER(1, conversation.finished);
}

TEST(two_questions_come_at_once) {
    BEHAVIOUR("session.keyboard-interactive-rounds");
    struct conversation conversation = {.answers = {fact("PASSWORD"), fact("TOKEN")}};
    struct peer *server = peer_start(fact("ASYNCSSH_SERVER"), fact("DIRECTORY"), NULL);
    swiftssh_session *session = session_over(connected(server->port));
    REQUIRE(session != NULL);
    OK(converse(session, &conversation));
    CHECK_CONTAINS("Password: Token: ", conversation.prompts);
    CHECK_NUMBER(1, conversation.echoed);
}

TEST(a_wrong_answer_is_refused) {
    BEHAVIOUR("session.keyboard-interactive-lets-go");
    struct conversation conversation = {.answers = {"wrong", "wrong", "wrong", "wrong"}};
    swiftssh_session *session = session_over(sshd("--pam", "password", NULL)->socket);
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_AUTHENTICATION_FAILED, converse(session, &conversation));
    CHECK_NUMBER(1, conversation.finished);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_userauth_keyboard_interactive(
        session, fact("USER"), NULL, &conversation, finish, &failure));
    CHECK_NUMBER(2, conversation.finished);
    FAILS(SWIFTSSH_ERROR_INVALID_HANDLE, swiftssh_session_userauth_keyboard_interactive(
        NULL, fact("USER"), answer, &conversation, finish, &failure));
    CHECK_NUMBER(3, conversation.finished);
}

TEST(a_callback_that_gives_up_ends_the_login) {
    BEHAVIOUR("session.keyboard-interactive-gives-up");
    struct conversation conversation = {.answers = {"x", "x", "x", "x"}, .give_up = 1};
    swiftssh_session *session = session_over(sshd("--pam", "password", NULL)->socket);
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_CALLBACK, converse(session, &conversation));
    CHECK_NUMBER(1, conversation.rounds);
    CHECK_NUMBER(1, conversation.finished);
    CHECK_NUMBER(0, swiftssh_session_userauth_authenticated(session));
}

static int32_t close_session(void *user_data, swiftssh_keyboard_interactive *request) {
    struct conversation *conversation = user_data;
    (void)request;
    conversation->rounds++;
    CHECK_NUMBER(0, swiftssh_session_close(conversation->session, NULL));
    return 0;
}

TEST(a_callback_may_close_its_session) {
    BEHAVIOUR("session.callback-may-close");
    struct conversation conversation = {.answers = {"x", "x", "x", "x"}};
    swiftssh_session *session = session_over(sshd("--pam", "password", NULL)->socket);
    REQUIRE(session != NULL);
    conversation.session = session;
    FAILS(SWIFTSSH_ERROR_CANCELLED, swiftssh_session_userauth_keyboard_interactive(
        session, fact("USER"), close_session, &conversation, finish, &failure));
    CHECK_NUMBER(1, conversation.rounds);
    CHECK_NUMBER(1, conversation.finished);
    FAILS(SWIFTSSH_ERROR_CLOSED, swiftssh_session_ping(session, &failure));
}

TEST(a_login_in_non_blocking_mode_lets_go_once) {
    BEHAVIOUR("session.keyboard-interactive-lets-go");
    int64_t outcome;
    struct conversation conversation = {.answers = {fact("PASSWORD")}};
    struct server *server = sshd("--pam", "password", NULL);
    swiftssh_session *session = session_over(server->socket);
    REQUIRE(session != NULL);
    OK(swiftssh_session_set_blocking(session, 0, &failure));
    int calls = 1;
    server_hold(server);
    FAILS(SWIFTSSH_ERROR_EAGAIN, converse(session, &conversation));
    server_go_on(server);
    DRIVE(session, server->socket, outcome, (calls++, converse(session, &conversation)));
    CHECK_NUMBER(0, outcome);
    /* Each call that took the data lets go of it. */
    CHECK_NUMBER(calls, conversation.finished);
}

TEST(a_session_that_is_freed_meanwhile_lets_go) {
    BEHAVIOUR("session.keyboard-interactive-lets-go");
    static struct conversation conversation = {.answers = {"x", "x", "x", "x"}};
    struct server *server = sshd("--pam", "password", NULL);
    swiftssh_session *session = session_over(server->socket);
    REQUIRE(session != NULL);
    OK(swiftssh_session_set_blocking(session, 0, &failure));
    server_hold(server);
    FAILS(SWIFTSSH_ERROR_EAGAIN, converse(session, &conversation));
    swiftssh_session_free(session);
    CHECK_NUMBER(1, conversation.finished);
}
