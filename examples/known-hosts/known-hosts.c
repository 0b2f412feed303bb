/* Asks a list whether a key is that of two hosts. */
#include <stdio.h>
#include <swiftssh.h>

static const char LINE[] = "example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g";
static const char KEY[] = "AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g";

static void ask(swiftssh_knownhost *hosts, const char *host) {
    const int32_t encoding = SWIFTSSH_KNOWNHOST_TYPE_PLAIN | SWIFTSSH_KNOWNHOST_KEYENC_BASE64;
    swiftssh_knownhost_entry *entry = NULL;
    swiftssh_error *error = NULL;
    uint8_t names[256] = "";
    /* With a session after its handshake: swiftssh_knownhost_check_session(hosts, session, host, 22, &entry, &error). */
    int64_t verdict =
        swiftssh_knownhost_checkp(hosts, host, 22, (const uint8_t *)KEY, sizeof KEY - 1, encoding, &entry, &error);
    printf("%-12s ", host);
    if (verdict < 0) printf("%s\n", swiftssh_error_description(error));
    if (verdict == SWIFTSSH_KNOWNHOST_CHECK_MATCH) {
        swiftssh_knownhost_entry_name(entry, names, sizeof names, NULL);
        printf("known as %s\n", (const char *)names);
    }
    if (verdict == SWIFTSSH_KNOWNHOST_CHECK_NOTFOUND) printf("not known\n");
    if (verdict == SWIFTSSH_KNOWNHOST_CHECK_MISMATCH) printf("known by another key: do not go on\n");
    if (verdict == SWIFTSSH_KNOWNHOST_CHECK_REVOKED) printf("revoked: do not go on\n");
    swiftssh_error_free(error);
    swiftssh_knownhost_entry_free(entry);
}

int main(void) {
    swiftssh_knownhost *hosts = NULL;
    swiftssh_knownhost_new(&hosts, NULL);
    /* Or swiftssh_knownhost_readfile(hosts, path, SWIFTSSH_KNOWNHOST_FILE_OPENSSH, &error). */
    swiftssh_knownhost_readline(hosts, (const uint8_t *)LINE, sizeof LINE - 1, SWIFTSSH_KNOWNHOST_FILE_OPENSSH, NULL);
    ask(hosts, "example.com");
    ask(hosts, "elsewhere");
    swiftssh_knownhost_free(hosts);
    return 0;
}
