# Writes OUT, a header with a hash of the files in SRC that findings rest on: all below the
# graph, and what calls it. What a store keeps is good for that code alone. The build runs
# this whenever one of them changes; CMakeLists.txt asks for their names, kith_code.
macro(kith_code src)
  file(GLOB code ${src}/base/*.[ch] ${src}/input/*.[ch] ${src}/text/*.[ch]
       ${src}/gazetteer/*.[ch] ${src}/recognize/*.[ch] ${src}/relate/*.[ch]
       ${src}/store/*.[ch] ${src}/batch/setup.c ${src}/batch/analyze.c
       ${src}/batch/recall.c ${src}/batch/basis.c)
endmacro()

if(CMAKE_SCRIPT_MODE_FILE)
  kith_code(${SRC})
  foreach(file IN LISTS code)
    file(SHA256 ${file} hash)
    string(APPEND hashes ${hash})
  endforeach()
  string(SHA256 hash "${hashes}")
  file(WRITE ${OUT} "/* Made by the build. */\n#define KITH_CODE \"${hash}\"\n")
endif()
