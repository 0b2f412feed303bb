/* The publickey subsystem, over a real sshd whose subsystem is Tests/Fixture/publickey_server. */

#include "check.h"
#include "client.h"
#include "directory.h"
#include "drive.h"
#include "fixture.h"
#include "scope.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static void free_system(void *system) {
    swiftssh_publickey_free(system);
}

static void free_list(void *list) {
    swiftssh_publickey_list_free(list);
}

/* A session whose server has the subsystem, with arguments. */
static swiftssh_session *with_subsystem(const char *arguments) {
    char *option = NULL;
    if (asprintf(&option, "Subsystem publickey %s %s", PUBLICKEY_SERVER, arguments) < 0) abort();
    swiftssh_session *session = logged_in("-o", option, NULL);
    free(option);
    return session;
}

static swiftssh_session *honest(void) {
    char *arguments = NULL;
    if (asprintf(&arguments, "honest %s", scratch("store")) < 0) abort();
    swiftssh_session *session = with_subsystem(arguments);
    free(arguments);
    return session;
}

static swiftssh_publickey *started_on(swiftssh_session *session) {
    swiftssh_publickey *system = NULL;
    if (session == NULL) return NULL;
    OK(swiftssh_session_publickey_init(session, &system, &failure));
    scope_defer(free_system, system);
    return system;
}

static swiftssh_publickey_list *fetched(swiftssh_publickey *system) {
    swiftssh_publickey_list *list = NULL;
    OK(swiftssh_publickey_list_fetch(system, &list, &failure));
    scope_defer(free_list, list);
    return list;
}

static const uint8_t blob[] = {0, 1, 2, 255};

TEST(keys_are_added_listed_and_removed) {
    BEHAVIOUR("publickey.add-list-remove");
    char text[64] = "";
    uint8_t bytes[64] = {0};
    swiftssh_publickey_attributes *attributes = NULL;
    swiftssh_publickey *system = started_on(honest());
    REQUIRE(system != NULL);
    CHECK_NUMBER(0, swiftssh_publickey_list_count(fetched(system)));

    REQUIRE_OK(swiftssh_publickey_attributes_new(&attributes, &failure));
    OK(swiftssh_publickey_attributes_append(attributes, "comment", (const uint8_t *)"mine", 4, 0, &failure));
    OK(swiftssh_publickey_attributes_append(attributes, "command-override", NULL, 0, 1, &failure));
    OK(swiftssh_publickey_attributes_append(attributes, "unknown", (const uint8_t *)"x", 1, 0, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_publickey_attributes_append(attributes, "huge", bytes, SIZE_MAX, 0, &failure));
    OK(swiftssh_publickey_add(system, "ssh-ed25519", blob, sizeof blob, 0, attributes, &failure));
    swiftssh_publickey_attributes_free(attributes);
    OK(swiftssh_publickey_add(system, "ssh-rsa", blob, 1, 0, NULL, &failure));

    swiftssh_publickey_list *list = fetched(system);
    CHECK_NUMBER(2, swiftssh_publickey_list_count(list));
    CHECK_NUMBER(11, swiftssh_publickey_list_name(list, 0, text, sizeof text));
    CHECK_TEXT("ssh-ed25519", text);
    CHECK_NUMBER(sizeof blob, swiftssh_publickey_list_blob(list, 0, bytes, sizeof bytes));
    CHECK(memcmp(blob, bytes, sizeof blob) == 0);
    CHECK_NUMBER(2, swiftssh_publickey_list_attribute_count(list, 0));
    CHECK_NUMBER(7, swiftssh_publickey_list_attribute_name(list, 0, 0, text, sizeof text));
    CHECK_TEXT("comment", text);
    CHECK_NUMBER(4, swiftssh_publickey_list_attribute_value(list, 0, 0, bytes, sizeof bytes));
    CHECK(memcmp("mine", bytes, 4) == 0);
    CHECK_NUMBER(0, swiftssh_publickey_list_attribute_value(list, 0, 1, NULL, 0));
    CHECK_NUMBER(0, swiftssh_publickey_list_attribute_count(list, 1));
    CHECK_NUMBER(SWIFTSSH_ERROR_INVAL, swiftssh_publickey_list_name(list, 2, text, sizeof text));
    CHECK_NUMBER(SWIFTSSH_ERROR_INVAL, swiftssh_publickey_list_blob(list, UINT64_MAX, bytes, sizeof bytes));
    CHECK_NUMBER(SWIFTSSH_ERROR_INVAL, swiftssh_publickey_list_attribute_name(list, 0, 2, text, sizeof text));

    OK(swiftssh_publickey_remove(system, "ssh-ed25519", blob, sizeof blob, &failure));
    CHECK_NUMBER(1, swiftssh_publickey_list_count(fetched(system)));
    /* The older list is a copy. */
    CHECK_NUMBER(2, swiftssh_publickey_list_count(list));
    OK(swiftssh_publickey_shutdown(system, &failure));
    OK(swiftssh_publickey_shutdown(system, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_publickey_list_fetch(system, &list, &failure));
    CHECK(list == NULL);
}

TEST(a_key_is_replaced_only_when_asked) {
    BEHAVIOUR("publickey.overwriting");
    swiftssh_publickey *system = started_on(honest());
    REQUIRE(system != NULL);
    OK(swiftssh_publickey_add(system, "ssh-rsa", blob, 4, 0, NULL, &failure));
    FAILS(SWIFTSSH_ERROR_PUBLICKEY_PROTOCOL, swiftssh_publickey_add(system, "ssh-rsa", blob, 4, 0, NULL, &failure));
    OK(swiftssh_publickey_add(system, "ssh-rsa", blob, 4, 1, NULL, &failure));
    CHECK_NUMBER(1, swiftssh_publickey_list_count(fetched(system)));
}

TEST(refusals_are_told) {
    BEHAVIOUR("publickey.refusals-are-told");
    swiftssh_publickey *system = started_on(honest());
    REQUIRE(system != NULL);
    FAILS(SWIFTSSH_ERROR_PUBLICKEY_PROTOCOL, swiftssh_publickey_remove(system, "ssh-rsa", blob, 4, &failure));
    CHECK_TEXT("not found", swiftssh_error_server_text(failure));
    CHECK_TEXT("publickey subsystem", swiftssh_error_phase(failure));
    FAILS(SWIFTSSH_ERROR_PUBLICKEY_PROTOCOL, swiftssh_publickey_add(system, "rot13", blob, 4, 0, NULL, &failure));
    CHECK_TEXT("no such algorithm", swiftssh_error_server_text(failure));
    FAILS(SWIFTSSH_ERROR_INVALID_HANDLE,
          swiftssh_publickey_add(system, "ssh-rsa", blob, 4, 0, (swiftssh_publickey_attributes *)system, &failure));
    CHECK_NUMBER(0, swiftssh_publickey_list_count(fetched(system)));
}

TEST(a_server_without_the_subsystem_says_so) {
    BEHAVIOUR("publickey.no-such-subsystem");
    swiftssh_publickey *system = (swiftssh_publickey *)&system;
    swiftssh_session *session = logged_in(NULL);
    FAILS(SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED, swiftssh_session_publickey_init(session, &system, &failure));
    CHECK(system == NULL);
    CHECK_TEXT("on\n", output_of(session, "echo on"));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_publickey_init(new_session(), &system, &failure));
}

TEST(greetings_are_checked) {
    BEHAVIOUR("publickey.greeting-is-checked");
    static const char *const lies[] = {"old-version", "refused-version", "no-version", "short-version", "key-for-version",
                                       "huge-version", "empty-version", "cut-version"};
    for (size_t index = 0; index < sizeof lies / sizeof lies[0]; index++) {
        swiftssh_publickey *system = NULL;
        swiftssh_session *session = with_subsystem(lies[index]);
        FAILS(SWIFTSSH_ERROR_PUBLICKEY_PROTOCOL, swiftssh_session_publickey_init(session, &system, &failure));
        CHECK(system == NULL);
    }
}

TEST(lies_are_noticed) {
    BEHAVIOUR("publickey.lies-are-noticed");
    static const char *const lies[] = {
        "huge-packet", "too-long-packet", "empty-packet", "unknown-packet", "no-status", "version-again", "many-attributes",
        "long-attribute", "long-blob", "more-than-a-key", "no-text", "cut", "endless-list", "unknown-status"};
    for (size_t index = 0; index < sizeof lies / sizeof lies[0]; index++) {
        swiftssh_publickey_list *list = (swiftssh_publickey_list *)&list;
        swiftssh_publickey *system = started_on(with_subsystem(lies[index]));
        REQUIRE(system != NULL);
        FAILS(SWIFTSSH_ERROR_PUBLICKEY_PROTOCOL, swiftssh_publickey_list_fetch(system, &list, &failure));
        CHECK(list == NULL);
        FAILS(SWIFTSSH_ERROR_PUBLICKEY_PROTOCOL, swiftssh_publickey_remove(system, "ssh-rsa", blob, 4, &failure));
        OK(swiftssh_publickey_shutdown(system, &failure));
    }
}

TEST(a_poll_loop_drives_every_request) {
    BEHAVIOUR("publickey.non-blocking");
    swiftssh_session *session = honest();
    REQUIRE(session != NULL);
    int socket = swiftssh_session_socket(session);
    int64_t outcome;
    swiftssh_publickey *system = NULL;
    swiftssh_publickey_list *list = NULL;
    swiftssh_session_set_blocking(session, 0, NULL);
    DRIVE(session, socket, outcome, swiftssh_session_publickey_init(session, &system, &failure));
    REQUIRE(outcome == 0);
    scope_defer(free_system, system);
    DRIVE(session, socket, outcome, swiftssh_publickey_add(system, "ssh-rsa", blob, 4, 0, NULL, &failure));
    CHECK_NUMBER(0, outcome);
    DRIVE(session, socket, outcome, swiftssh_publickey_list_fetch(system, &list, &failure));
    CHECK_NUMBER(1, swiftssh_publickey_list_count(list));
    scope_defer(free_list, list);
    DRIVE(session, socket, outcome, swiftssh_publickey_remove(system, "ssh-rsa", blob, 4, &failure));
    CHECK_NUMBER(0, outcome);
    DRIVE(session, socket, outcome, swiftssh_publickey_shutdown(system, &failure));
    CHECK_NUMBER(0, outcome);
}

TEST(a_late_answer_is_not_taken_for_the_next_one) {
    BEHAVIOUR("publickey.gives-up-cleanly");
    swiftssh_session *session = honest();
    swiftssh_publickey *system = started_on(session);
    REQUIRE(system != NULL);
    for (int round = 0; round < 10; round++) {
        swiftssh_session_set_timeout(session, 1, NULL);
        swiftssh_publickey_remove(system, "ssh-rsa", blob, 4, NULL);
        swiftssh_session_set_timeout(session, 60000, NULL);
        CHECK_NUMBER(0, swiftssh_publickey_list_count(fetched(system)));
    }
}

static void *list_often(void *system) {
    for (int round = 0; round < 20; round++) {
        swiftssh_publickey_list *list = NULL;
        FAILS(SWIFTSSH_ERROR_PUBLICKEY_PROTOCOL, swiftssh_publickey_remove(system, "ssh-rsa", blob, 1, &failure));
        CHECK_TEXT("not found", swiftssh_error_server_text(failure));
        OK(swiftssh_publickey_list_fetch(system, &list, &failure));
        CHECK_NUMBER(1, swiftssh_publickey_list_count(list));
        swiftssh_publickey_list_free(list);
    }
    forget_failure();
    return NULL;
}

TEST(requests_of_several_threads_stand_in_line) {
    BEHAVIOUR("publickey.threads");
    pthread_t threads[3];
    swiftssh_publickey *system = started_on(honest());
    REQUIRE(system != NULL);
    OK(swiftssh_publickey_add(system, "ssh-rsa", blob, 4, 0, NULL, &failure));
    for (size_t index = 0; index < 3; index++) pthread_create(&threads[index], NULL, list_often, system);
    for (size_t index = 0; index < 3; index++) pthread_join(threads[index], NULL);
}
