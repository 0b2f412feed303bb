#include "directory.h"

#include "scope.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char directory[64];

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)status, (void)kind, (void)place;
    return remove(path);
}

static void remove_directory(void *unused) {
    (void)unused;
    nftw(directory, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    directory[0] = '\0';
}

const char *scratch(const char *name) {
    if (directory[0] == '\0') {
        snprintf(directory, sizeof directory, "/tmp/swiftssh-test-XXXXXX");
        if (mkdtemp(directory) == NULL) abort();
        scope_defer(remove_directory, NULL);
    }
    char *path = NULL;
    if (asprintf(&path, "%s/%s", directory, name) < 0) abort();
    scope_defer(free, path);
    return path;
}

const char *scratch_file(const char *name, const void *data, size_t length, unsigned mode) {
    const char *path = scratch(name);
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
    if (file < 0 || write(file, data, length) != (ssize_t)length || fchmod(file, mode) != 0) abort();
    close(file);
    return path;
}

int file_holds(const char *path, const void *data, size_t length) {
    char *content = malloc(length + 1);
    FILE *file = fopen(path, "r");
    if (content == NULL || file == NULL) abort();
    size_t count = fread(content, 1, length + 1, file);
    int outcome = count == length && memcmp(content, data, length) == 0;
    fclose(file);
    free(content);
    return outcome;
}
