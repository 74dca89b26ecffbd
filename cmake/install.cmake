# Where `cmake --install` puts things: the places of GNUInstallDirs, which are Debian's.
# An install may be moved as a whole: program, library, kith.pc and gazetteers find each
# other by the way from one to the next.

# Raised when a program built against the last libkith would no longer run with this one.
set(KITH_SOVERSION 0)

if(TARGET libkith)
  set_target_properties(libkith PROPERTIES VERSION ${PROJECT_VERSION}
                        SOVERSION ${KITH_SOVERSION})
  install(TARGETS libkith LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
  install(FILES include/kith.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

  set(KITH_PKGCONFIG_DIR ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
  file(RELATIVE_PATH KITH_UP_TO_PREFIX /prefix/${KITH_PKGCONFIG_DIR} /prefix)
  string(REGEX REPLACE "/$" "" KITH_UP_TO_PREFIX ${KITH_UP_TO_PREFIX})
  configure_file(cmake/kith.pc.in ${CMAKE_BINARY_DIR}/kith.pc @ONLY)
  install(FILES ${CMAKE_BINARY_DIR}/kith.pc DESTINATION ${KITH_PKGCONFIG_DIR})
endif()

if(TARGET kith)
  # Under /usr the system looks in the library folder by itself, and Debian wants no
  # other path in a program.
  if(NOT CMAKE_INSTALL_PREFIX STREQUAL "/usr")
    file(RELATIVE_PATH bin_to_lib /prefix/${CMAKE_INSTALL_BINDIR}
         /prefix/${CMAKE_INSTALL_LIBDIR})
    set_target_properties(kith PROPERTIES INSTALL_RPATH "$ORIGIN/${bin_to_lib}")
  endif()
  install(TARGETS kith RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()

install(DIRECTORY gazetteers/ DESTINATION ${CMAKE_INSTALL_DATADIR}/kith/gazetteers)
install(FILES docs/kith.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
