/* Forgets memory. */
#include <stdlib.h>

int main(void) {
    for (int round = 0; round < 10; round++) {
        void *volatile forgotten = malloc(100);
        (void)forgotten;
    }
    return 0;
}
