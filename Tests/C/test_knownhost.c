/* Lists of known hosts. */

#include "check.h"
#include "client.h"
#include "fixture.h"
#include "scope.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define KEY_TEXT "AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g"
#define OTHER_TEXT "AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8h"

enum {
    PLAIN = SWIFTSSH_KNOWNHOST_TYPE_PLAIN | SWIFTSSH_KNOWNHOST_KEYENC_BASE64,
    ED25519 = SWIFTSSH_KNOWNHOST_KEY_ED25519,
    OPENSSH = SWIFTSSH_KNOWNHOST_FILE_OPENSSH
};

static void free_hosts(void *hosts) {
    swiftssh_knownhost_free(hosts);
}

static void free_entry(void *entry) {
    swiftssh_knownhost_entry_free(entry);
}

static swiftssh_knownhost *new_hosts(void) {
    swiftssh_knownhost *hosts = NULL;
    OK(swiftssh_knownhost_new(&hosts, &failure));
    scope_defer(free_hosts, hosts);
    return hosts;
}

static int32_t read_line(swiftssh_knownhost *hosts, const char *line) {
    forget_failure();
    return swiftssh_knownhost_readline(hosts, (const uint8_t *)line, strlen(line), OPENSSH, &failure);
}

static int64_t check(swiftssh_knownhost *hosts, const char *host, int32_t port, const char *key,
                     swiftssh_knownhost_entry **entry) {
    swiftssh_knownhost_entry *found = NULL;
    int64_t verdict =
        OK(swiftssh_knownhost_checkp(hosts, host, port, (const uint8_t *)key, strlen(key), PLAIN, &found, &failure));
    scope_defer(free_entry, found);
    if (entry != NULL) *entry = found;
    return verdict;
}

static void remove_file(void *path) {
    unlink(path);
    free(path);
}

/* The path of a file that is not there yet and goes with the test case. */
static const char *scratch_path(void) {
    char *path = strdup("/tmp/swiftssh-test-XXXXXX");
    close(mkstemp(path));
    unlink(path);
    scope_defer(remove_file, path);
    return path;
}

static const char *content_of(const char *path) {
    size_t length;
    return file_content(path, &length);
}

TEST(a_host_is_known_or_not) {
    BEHAVIOUR("knownhost.verdicts");
    swiftssh_knownhost *hosts = new_hosts();
    swiftssh_knownhost_entry *entry = NULL;
    OK(read_line(hosts, "alpha ssh-ed25519 " KEY_TEXT "\n"));
    CHECK_NUMBER(SWIFTSSH_KNOWNHOST_CHECK_MATCH, check(hosts, "alpha", 22, KEY_TEXT, &entry));
    CHECK(entry != NULL);
    CHECK_NUMBER(SWIFTSSH_KNOWNHOST_CHECK_MISMATCH, check(hosts, "alpha", 22, OTHER_TEXT, &entry));
    CHECK(entry != NULL);
    CHECK_NUMBER(SWIFTSSH_KNOWNHOST_CHECK_NOTFOUND, check(hosts, "beta", 22, KEY_TEXT, &entry));
    CHECK(entry == NULL);
    OK(read_line(hosts, "@revoked * ssh-ed25519 " KEY_TEXT));
    CHECK_NUMBER(SWIFTSSH_KNOWNHOST_CHECK_REVOKED, check(hosts, "alpha", 22, KEY_TEXT, &entry));
    CHECK_NUMBER(SWIFTSSH_KNOWNHOST_MARKER_REVOKED, swiftssh_knownhost_entry_marker(entry));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_knownhost_checkp(hosts, "alpha", -2, (const uint8_t *)"", 0, PLAIN, NULL, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_knownhost_checkp(hosts, "", 22, (const uint8_t *)"", 0, PLAIN, NULL, &failure));
}

TEST(the_key_of_a_session_is_checked) {
    BEHAVIOUR("knownhost.session");
    swiftssh_knownhost *hosts = new_hosts();
    swiftssh_knownhost_entry *entry = NULL;
    uint8_t key[2048];
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_knownhost_check_session(hosts, new_session(), "alpha", 22, &entry, &failure));
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    CHECK_NUMBER(SWIFTSSH_KNOWNHOST_CHECK_NOTFOUND,
                 OK(swiftssh_knownhost_check_session(hosts, session, "alpha", 2222, &entry, &failure)));
    int64_t length = OK(swiftssh_session_hostkey(session, key, sizeof key, NULL, &failure));
    OK(swiftssh_knownhost_addc(hosts, "[alpha]:2222", NULL, key, (size_t)length, "comment",
                               SWIFTSSH_KNOWNHOST_TYPE_PLAIN | SWIFTSSH_KNOWNHOST_KEYENC_RAW | ED25519, NULL, &failure));
    CHECK_NUMBER(SWIFTSSH_KNOWNHOST_CHECK_MATCH,
                 OK(swiftssh_knownhost_check_session(hosts, session, "alpha", 2222, &entry, &failure)));
    CHECK_TEXT(fact("HOST_KEY_ED25519_FINGERPRINT"), swiftssh_knownhost_entry_fingerprint(entry));
    swiftssh_knownhost_entry_free(entry);
}

TEST(an_entry_tells_its_parts) {
    BEHAVIOUR("knownhost.add");
    swiftssh_knownhost *hosts = new_hosts();
    swiftssh_knownhost_entry *entry = NULL;
    uint8_t part[512];
    OK(swiftssh_knownhost_addc(hosts, "alpha,beta", NULL, (const uint8_t *)KEY_TEXT, strlen(KEY_TEXT), "a comment",
                               PLAIN | ED25519, &entry, &failure));
    swiftssh_knownhost_free(hosts);
    CHECK_NUMBER(10, OK(swiftssh_knownhost_entry_name(entry, part, sizeof part, &failure)));
    CHECK(memcmp(part, "alpha,beta", 10) == 0);
    CHECK_NUMBER(51, OK(swiftssh_knownhost_entry_key(entry, part, sizeof part, &failure)));
    CHECK(memcmp(part, "\0\0\0\x0bssh-ed25519", 15) == 0);
    CHECK_NUMBER(9, OK(swiftssh_knownhost_entry_comment(entry, part, sizeof part, &failure)));
    CHECK(memcmp(part, "a comment", 9) == 0);
    CHECK_NUMBER(0, OK(swiftssh_knownhost_entry_salt(entry, part, sizeof part, &failure)));
    CHECK_NUMBER(PLAIN | ED25519, swiftssh_knownhost_entry_typemask(entry));
    CHECK_NUMBER(SWIFTSSH_KNOWNHOST_MARKER_NONE, swiftssh_knownhost_entry_marker(entry));
    CHECK_NUMBER(0, swiftssh_knownhost_entry_line(entry));
    CHECK_TEXT("ssh-ed25519", swiftssh_knownhost_entry_key_type(entry));
    CHECK_TEXT("", swiftssh_knownhost_entry_file(entry));
    CHECK(strncmp(swiftssh_knownhost_entry_fingerprint(entry), "SHA256:", 7) == 0);
    swiftssh_knownhost_entry_free(entry);
    FAILS(SWIFTSSH_ERROR_INVALID_HANDLE, swiftssh_knownhost_entry_key(entry, NULL, 0, &failure));
}

TEST(a_hashed_name_has_a_salt) {
    BEHAVIOUR("knownhost.hashed");
    swiftssh_knownhost *hosts = new_hosts();
    swiftssh_knownhost_entry *entry = NULL;
    uint8_t part[64];
    OK(swiftssh_knownhost_addc(hosts, "3988QV0VE8wmZL7suNrYQLITLCg=", "F1E1KeoE/eEWhi10WpGv4OdiO6Y=",
                               (const uint8_t *)KEY_TEXT, strlen(KEY_TEXT), NULL,
                               SWIFTSSH_KNOWNHOST_TYPE_SHA1 | SWIFTSSH_KNOWNHOST_KEYENC_BASE64 | ED25519, &entry, &failure));
    CHECK_NUMBER(20, OK(swiftssh_knownhost_entry_salt(entry, part, sizeof part, &failure)));
    CHECK(part[0] == 0x17 && part[19] == 0xA6);
    CHECK_NUMBER(0, OK(swiftssh_knownhost_entry_name(entry, part, sizeof part, &failure)));
    swiftssh_knownhost_entry_free(entry);
    CHECK_NUMBER(SWIFTSSH_KNOWNHOST_CHECK_MATCH, check(hosts, "192.168.1.61", -1, KEY_TEXT, NULL));
}

TEST(entries_are_gone_through_and_deleted_once) {
    BEHAVIOUR("knownhost.delete");
    swiftssh_knownhost *hosts = new_hosts();
    swiftssh_knownhost_entry *first = NULL, *second = NULL, *third = NULL;
    OK(read_line(hosts, "# comment"));
    OK(read_line(hosts, "alpha ssh-ed25519 " KEY_TEXT));
    OK(read_line(hosts, "beta ssh-ed25519 " KEY_TEXT));
    FAILS(SWIFTSSH_ERROR_KNOWN_HOSTS, read_line(hosts, "junk"));
    CHECK_NUMBER(0, OK(swiftssh_knownhost_get(hosts, NULL, &first, &failure)));
    CHECK_NUMBER(0, OK(swiftssh_knownhost_get(hosts, first, &second, &failure)));
    CHECK_NUMBER(1, OK(swiftssh_knownhost_get(hosts, second, &third, &failure)));
    CHECK(third == NULL);
    OK(swiftssh_knownhost_delete(hosts, first, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_knownhost_delete(hosts, first, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_knownhost_delete(new_hosts(), second, &failure));
    CHECK_NUMBER(SWIFTSSH_KNOWNHOST_CHECK_NOTFOUND, check(hosts, "alpha", 22, KEY_TEXT, NULL));
    swiftssh_knownhost_entry_free(first);
    swiftssh_knownhost_entry_free(second);
}

TEST(files_are_read_and_written) {
    BEHAVIOUR("knownhost.write-file");
    static const char content[] =
        "# comment\nalpha ssh-ed25519 " KEY_TEXT " c\njunk\n\nbeta ssh-ed25519 " OTHER_TEXT "\n";
    const char *path = scratch_path();
    swiftssh_knownhost *hosts = new_hosts();
    swiftssh_knownhost_entry *entry = NULL;
    uint8_t line[512];
    struct stat status;
    FILE *file = fopen(path, "w");
    REQUIRE(file != NULL);
    fputs(content, file);
    fclose(file);
    CHECK_NUMBER(2, OK(swiftssh_knownhost_readfile(hosts, path, OPENSSH, &failure)));
    CHECK_NUMBER(1, swiftssh_knownhost_not_understood(hosts));
    CHECK_NUMBER(SWIFTSSH_KNOWNHOST_CHECK_MISMATCH, check(hosts, "beta", 22, KEY_TEXT, &entry));
    CHECK_TEXT(path, swiftssh_knownhost_entry_file(entry));
    CHECK_NUMBER(5, swiftssh_knownhost_entry_line(entry));
    int64_t length = OK(swiftssh_knownhost_writeline(hosts, entry, OPENSSH, line, sizeof line, &failure));
    CHECK(length > 0 && line[length - 1] == '\n' && memcmp(line, "beta ssh-ed25519 " OTHER_TEXT, (size_t)length - 1) == 0);
    unlink(path);
    OK(swiftssh_knownhost_writefile(hosts, path, OPENSSH, &failure));
    CHECK_TEXT(content, content_of(path));
    CHECK(stat(path, &status) == 0 && (status.st_mode & 0777) == 0600);
    FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_knownhost_readfile(hosts, path, 2, &failure));
}

TEST(a_line_is_added_to_a_file) {
    BEHAVIOUR("knownhost.append");
    const char *path = scratch_path();
    swiftssh_knownhost *hosts = new_hosts();
    swiftssh_knownhost_entry *entry = NULL;
    OK(read_line(hosts, "alpha ssh-ed25519 " KEY_TEXT));
    OK(swiftssh_knownhost_get(hosts, NULL, &entry, &failure));
    OK(swiftssh_knownhost_append(hosts, entry, path, &failure));
    OK(swiftssh_knownhost_append(hosts, entry, path, &failure));
    CHECK_TEXT("alpha ssh-ed25519 " KEY_TEXT "\nalpha ssh-ed25519 " KEY_TEXT "\n", content_of(path));
    swiftssh_knownhost_entry_free(entry);
}

struct adder {
    swiftssh_knownhost *hosts;
    swiftssh_knownhost_entry *entry;
    const char *path;
};

static void *add_lines(void *argument) {
    struct adder *adder = argument;
    for (int number = 0; number < 25; number++) {
        OK(swiftssh_knownhost_append(adder->hosts, adder->entry, adder->path, &failure));
    }
    forget_failure();
    return NULL;
}

TEST(lines_are_added_at_once) {
    BEHAVIOUR("knownhost.append-together");
    struct adder adder = {new_hosts(), NULL, scratch_path()};
    pthread_t threads[4];
    OK(read_line(adder.hosts, "alpha ssh-ed25519 " KEY_TEXT));
    OK(swiftssh_knownhost_get(adder.hosts, NULL, &adder.entry, &failure));
    for (int index = 0; index < 4; index++) pthread_create(&threads[index], NULL, add_lines, &adder);
    for (int index = 0; index < 4; index++) pthread_join(threads[index], NULL);
    swiftssh_knownhost *again = new_hosts();
    CHECK_NUMBER(100, OK(swiftssh_knownhost_readfile(again, adder.path, OPENSSH, &failure)));
    CHECK_NUMBER(0, swiftssh_knownhost_not_understood(again));
    swiftssh_knownhost_entry_free(adder.entry);
}

TEST(a_file_that_is_missing_is_told) {
    BEHAVIOUR("knownhost.file-errors");
    const char *path = scratch_path();
    FAILS(SWIFTSSH_ERROR_FILE, swiftssh_knownhost_readfile(new_hosts(), path, OPENSSH, &failure));
    CHECK_NUMBER(ENOENT, swiftssh_error_errno(failure));
    CHECK_TEXT(path, swiftssh_error_path(failure));
}
