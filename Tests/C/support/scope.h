/* What a test case has begun and what ends with it, whether the case succeeds or not. */

#ifndef SWIFTSSH_TEST_SCOPE_H
#define SWIFTSSH_TEST_SCOPE_H

/* Has a function called when the test case ends, the last one first. */
void scope_defer(void (*end)(void *), void *what);

/* Calls what was deferred. */
void scope_end(void);

#endif
