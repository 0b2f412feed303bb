/* A directory of the test case's own. */

#ifndef SWIFTSSH_TEST_DIRECTORY_H
#define SWIFTSSH_TEST_DIRECTORY_H

#include <stddef.h>

/* The path of a name in a directory that is made at the first call in a test case and removed with all that is in it when the
   case ends; valid until then. */
const char *scratch(const char *name);

/* Writes a file and returns its path, as scratch does. */
const char *scratch_file(const char *name, const void *data, size_t length, unsigned mode);

/* Whether a file holds these bytes and no others. */
int file_holds(const char *path, const void *data, size_t length);

#endif
