/* BEHAVIOUR("abi.header"): compiled as C99, every warning an error. */
#include <swiftssh.h>
#include <swiftssh.h>

int main(void) {
    return swiftssh_abi_version() == SWIFTSSH_ABI_VERSION ? 0 : 1;
}
