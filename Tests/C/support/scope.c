#include "scope.h"

#include <stdlib.h>

struct deferred {
    void (*end)(void *);
    void *what;
    struct deferred *next;
};

static struct deferred *deferred;

void scope_defer(void (*end)(void *), void *what) {
    struct deferred *entry = malloc(sizeof *entry);
    if (entry == NULL) abort();
    entry->end = end;
    entry->what = what;
    entry->next = deferred;
    deferred = entry;
}

void scope_end(void) {
    while (deferred != NULL) {
        struct deferred *entry = deferred;
        deferred = entry->next;
        entry->end(entry->what);
        free(entry);
    }
}
