/* Makes a preloaded sshd read its PAM stacks from a directory of the fixture instead of /etc/pam.d.
   FIXTURE_PAM_DIRECTORY names that directory; the stack's file in it is called sshd. */
#include <stdlib.h>

int pam_start_confdir(const char *service, const char *user, const void *conversation, const char *directory,
                      void **handle);

/* Stands in for libpam's pam_start: same parameters, same result. */
int pam_start(const char *service, const char *user, const void *conversation, void **handle)
{
    return pam_start_confdir(service, user, conversation, getenv("FIXTURE_PAM_DIRECTORY"), handle);
}
