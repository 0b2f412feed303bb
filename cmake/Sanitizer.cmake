# swiftssh-sanitizer: what a C or C++ program needs so that it is under the same sanitizer as the library. The compiler must
# be the clang of the Swift toolchain, whose runtimes match (scripts/sanitize sees to it).
add_library(swiftssh-sanitizer INTERFACE)
if(SWIFTSSH_SANITIZE)
    target_compile_options(swiftssh-sanitizer INTERFACE -fsanitize=${SWIFTSSH_SANITIZE} -g -fno-omit-frame-pointer)
    target_link_options(swiftssh-sanitizer INTERFACE -fsanitize=${SWIFTSSH_SANITIZE} -fuse-ld=lld)
endif()
if(SWIFTSSH_SANITIZE STREQUAL "thread")
    # Swift's thread sanitizer watches Dispatch too, and so needs it.
    execute_process(COMMAND ${SWIFT_EXECUTABLE} -print-target-info
        OUTPUT_VARIABLE target_info COMMAND_ERROR_IS_FATAL ANY)
    string(JSON swift_libraries GET "${target_info}" paths runtimeLibraryPaths 0)
    target_link_directories(swiftssh-sanitizer INTERFACE ${swift_libraries})
    target_link_options(swiftssh-sanitizer INTERFACE -Wl,-rpath,${swift_libraries})
    target_link_libraries(swiftssh-sanitizer INTERFACE dispatch BlocksRuntime)
endif()
