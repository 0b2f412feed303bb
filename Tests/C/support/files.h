/* Files over SFTP for the tests. What is made here is freed when the test case ends, unless it was freed before. */

#ifndef SWIFTSSH_TEST_FILES_H
#define SWIFTSSH_TEST_FILES_H

#include "client.h"

#include <swiftssh.h>

/* An SFTP session; NULL when there is none. */
swiftssh_sftp *sftp_on(swiftssh_session *session);

/* A file that is opened with these flags, and made with the mode 0644; NULL when that failed. */
swiftssh_sftp_handle *file_on(swiftssh_sftp *sftp, const char *path, uint32_t flags);

/* A directory that is opened; NULL when that failed. */
swiftssh_sftp_handle *directory_on(swiftssh_sftp *sftp, const char *path);

/* A session whose SFTP server misbehaves: Tests/Fixture/sftp_server_scripted with these arguments. */
swiftssh_session *with_scripted_sftp(const char *arguments);

/* Attributes of which none is known. */
swiftssh_sftp_attributes *attributes(void);

/* Reads a file to its end or to an error, in blocks of a size. */
struct bytes read_file(swiftssh_sftp_handle *handle, size_t block);

/* Bytes of which no two stretches are the same. */
char *numbered(size_t length);

#endif
