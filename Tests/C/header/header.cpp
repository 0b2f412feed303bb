// Compiled as C++17, every warning an error.
#include <swiftssh.h>
#include <swiftssh.h>

#include <string>

int main() {
    swiftssh_session *session = nullptr;
    if (swiftssh_session_new(&session, nullptr) != SWIFTSSH_ERROR_NONE) return 1;
    swiftssh_session_free(session);
    return std::string(swiftssh_version()) == SWIFTSSH_VERSION_STRING ? 0 : 1;
}
