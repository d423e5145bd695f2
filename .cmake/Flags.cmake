# How our own C is compiled. Foreign sources that are built along (md4c) stand in Libraries.cmake, before this, and take none of it.

option(MLINT_WERROR "Warnings are errors" OFF)
set(MLINT_SANITIZE "" CACHE STRING "Sanitizers of the whole build, as gcc names them: address,undefined")
option(MLINT_ARENA_PLAIN "Each arena object is a malloc of its own, so that a sanitizer sees its bounds" OFF)
option(MLINT_COVERAGE "Count executed lines; the target coverage prints them" OFF)
option(MLINT_FUZZ "Build tests/fuzz with libFuzzer (clang)" OFF)

set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_compile_options(-Wall -Wextra -Wpointer-arith -Wstrict-prototypes -Wmissing-prototypes -Wshadow -Wvla)
if(CMAKE_C_COMPILER_ID STREQUAL GNU)
	add_compile_options(-Wno-format-truncation) # snprintf is called for its cutting
endif()
if(MLINT_WERROR)
	add_compile_options(-Werror)
endif()
add_compile_definitions(_GNU_SOURCE)
# As git does: a call of strcpy and its like is a compile error.
add_compile_options("$<$<COMPILE_LANGUAGE:C>:SHELL:-include ${CMAKE_SOURCE_DIR}/lint/base/banned.h>")

if(MLINT_ARENA_PLAIN)
	add_compile_definitions(ML_ARENA_PLAIN)
endif()
if(MLINT_SANITIZE)
	add_compile_options(-fsanitize=${MLINT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
	add_link_options(-fsanitize=${MLINT_SANITIZE})
endif()
if(MLINT_FUZZ)
	add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(MLINT_COVERAGE)
	add_compile_options(--coverage)
	add_link_options(--coverage)
	find_program(GCOV gcov REQUIRED)
	add_custom_target(coverage COMMAND sh ${CMAKE_SOURCE_DIR}/.cmake/coverage.sh ${GCOV} ${CMAKE_BINARY_DIR} ${CMAKE_SOURCE_DIR}
		COMMENT "Lines executed so far" VERBATIM USES_TERMINAL)
endif()

if(CMAKE_BUILD_TYPE STREQUAL Release)
	# It reads files of strangers: the compiler's cheap fences stay on.
	add_compile_options(-fstack-protector-strong -ffunction-sections -fdata-sections)
	# C raises nothing: what unwinds the stack would be a tenth of the code.
	add_compile_options(-fno-asynchronous-unwind-tables)
	add_compile_definitions(_FORTIFY_SOURCE=2)
	if(MLINT_STATIC_OPTION STREQUAL -static-pie)
		add_compile_options(-fPIE)
	endif()
	if(NOT APPLE)
		add_link_options(-Wl,--gc-sections -Wl,-z,relro -Wl,-z,now)
		# Thousands of relative relocations of a static PIE as bitmaps; a shared library's loader may not know them.
		include(CheckLinkerFlag)
		check_linker_flag(C -Wl,-z,pack-relative-relocs MLINT_PACKS_RELOCATIONS)
		if(MLINT_PACKS_RELOCATIONS AND MLINT_STATIC_OPTION STREQUAL -static-pie)
			add_link_options(-Wl,-z,pack-relative-relocs)
		endif()
	endif()
endif()
