#include "fixture.h"

#include "check.h"
#include "scope.h"

#include <stdlib.h>
#include <string.h>

static char *lines;

static void read_facts(void) {
    char path[4096];
    const char *directory = getenv("SWIFTSSH_FIXTURE");
    if (directory == NULL) {
        fprintf(stderr, "SWIFTSSH_FIXTURE does not name a directory of Tests/Fixture/make_fixture\n");
        exit(2);
    }
    snprintf(path, sizeof path, "%s/fixture.env", directory);
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        perror(path);
        exit(2);
    }
    size_t room = 1 << 16;
    lines = malloc(room);
    if (lines == NULL) abort();
    size_t length = fread(lines, 1, room - 1, file);
    lines[length] = '\0';
    for (size_t index = 0; index < length; index++) {
        if (lines[index] == '\n') lines[index] = '\0';
    }
    lines[length > 0 ? length - 1 : 0] = '\0';
    lines[length] = '\1';
    fclose(file);
}

const char *fact(const char *name) {
    static const char prefix[] = "SWIFTSSH_FIXTURE_";
    if (lines == NULL) read_facts();
    for (const char *line = lines; *line != '\1'; line += strlen(line) + 1) {
        if (strncmp(line, prefix, sizeof prefix - 1) != 0) continue;
        const char *key = line + sizeof prefix - 1;
        size_t length = strlen(name);
        if (strncmp(key, name, length) == 0 && key[length] == '=') return key + length + 1;
    }
    return "";
}

const char *key_path(const char *name) {
    size_t room = strlen(fact("KEYS")) + strlen(name) + 2;
    char *path = malloc(room);
    if (path == NULL) abort();
    snprintf(path, room, "%s/%s", fact("KEYS"), name);
    scope_defer(free, path);
    return path;
}

char *file_content(const char *path, size_t *out_length) {
    size_t room = 1 << 16;
    char *content = calloc(1, room);
    FILE *file = fopen(path, "r");
    if (content == NULL) abort();
    scope_defer(free, content);
    if (!CHECK(file != NULL)) return NULL;
    *out_length = fread(content, 1, room - 1, file);
    fclose(file);
    return content;
}
