#include <iostream>
#include <memory>
#include <string>
#include <swiftssh.h>

int main() {
    swiftssh_session *made = nullptr;
    if (swiftssh_session_new(&made, nullptr) != SWIFTSSH_ERROR_NONE) return 1;
    const std::unique_ptr<swiftssh_session, decltype(&swiftssh_session_free)> session(made, swiftssh_session_free);
    if (swiftssh_session_get_blocking(session.get()) != 1) return 2;
    std::cout << "swiftssh " << swiftssh_version() << "\n";
    return std::string(swiftssh_version()) == SWIFTSSH_VERSION_STRING ? 0 : 3;
}
