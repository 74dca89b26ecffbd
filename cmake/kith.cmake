# The walls of the house.
#
#   kith_room(NAME ON ROOM... USES LIBRARY... SEES FOLDER...)
#
# makes src/NAME a static library. Its include path holds one link, to itself, and it
# inherits the paths of the rooms it stands ON: an include that points upward does not
# compile. USES names outside libraries and SEES the folders of their headers; both stay
# private, so that no header of ours can mention their types.

set(KITH_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes
    -Wmissing-prototypes -Wvla)

set(KITH_SANITIZERS "")
if(KITH_ASAN)
  set(KITH_SANITIZERS -fsanitize=address,undefined -fno-sanitize-recover=all
      -fno-omit-frame-pointer)
elseif(KITH_TSAN)
  set(KITH_SANITIZERS -fsanitize=thread -fno-omit-frame-pointer)
endif()
if(KITH_FUZZ)
  list(APPEND KITH_SANITIZERS -fsanitize=fuzzer-no-link)
endif()

# Every target of ours is built with the same flags.
function(kith_flags target)
  target_compile_options(${target} PRIVATE ${KITH_WARNINGS} ${KITH_SANITIZERS})
  target_compile_definitions(${target} PRIVATE _POSIX_C_SOURCE=200809L _DEFAULT_SOURCE)
  target_link_options(${target} PRIVATE ${KITH_SANITIZERS})
endfunction()

function(kith_room name)
  cmake_parse_arguments(ROOM "" "" "ON;USES;SEES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.c)
  set(door ${CMAKE_BINARY_DIR}/rooms/${name})
  file(MAKE_DIRECTORY ${door})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR}/${name} ${door}/${name} SYMBOLIC)

  if(NOT sources)
    add_library(room_${name} INTERFACE)
    target_include_directories(room_${name} INTERFACE ${door})
    foreach(lower IN LISTS ROOM_ON)
      target_link_libraries(room_${name} INTERFACE room_${lower})
    endforeach()
    return()
  endif()
  add_library(room_${name} STATIC ${sources})
  set_target_properties(room_${name} PROPERTIES OUTPUT_NAME kith_${name}
                        C_VISIBILITY_PRESET hidden)
  target_include_directories(room_${name} PUBLIC ${door})
  foreach(lower IN LISTS ROOM_ON)
    target_link_libraries(room_${name} PUBLIC room_${lower})
  endforeach()
  target_include_directories(room_${name} PRIVATE ${ROOM_SEES})
  foreach(library IN LISTS ROOM_USES)
    target_link_libraries(room_${name} PRIVATE ${library})
  endforeach()
  kith_flags(room_${name})
endfunction()
