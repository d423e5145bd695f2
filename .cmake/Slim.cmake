# ml_slim(PREFIX VERSION): libgit2 without HTTPS, SSH, GSSAPI and NTLM, as an archive. With the
# system's shared one git_libgit2_init() alone costs 8 to 10 ms, for it reads every certificate.
# Built at configuration, so that what fails can still fall back; kept in MLINT_DEPS under a name
# made of all that goes into it, so that a second configuration builds nothing.

set(slim_options -DBUILD_SHARED_LIBS=OFF -DUSE_HTTPS=OFF -DUSE_SSH=OFF -DUSE_GSSAPI=OFF -DUSE_NTLMCLIENT=OFF
	-DREGEX_BACKEND=pcre2 -DBUILD_TESTS=OFF -DBUILD_CLI=OFF -DBUILD_CLAR=OFF -DBUILD_EXAMPLES=OFF)
set(slim_flags "-O2 -fPIC -w -fno-asynchronous-unwind-tables -ffunction-sections -fdata-sections -fstack-protector-strong")

function(ml_slim_build source prefix)
	# Debian takes the bundled HTTP parser out of the source; where it is there, it is used.
	set(parser builtin)
	if(NOT EXISTS ${source}/deps/http-parser AND NOT EXISTS ${source}/deps/llhttp)
		set(parser system)
	endif()
	set(build ${prefix}.build)
	message(STATUS "mlint: building a slim libgit2 (half a minute, once)")
	file(REMOVE_RECURSE ${build} ${prefix}.new)
	execute_process(COMMAND ${CMAKE_COMMAND} -S ${source} -B ${build} -G ${CMAKE_GENERATOR} -DCMAKE_BUILD_TYPE=Release
			-DCMAKE_C_COMPILER=${CMAKE_C_COMPILER} -DCMAKE_C_FLAGS=${slim_flags} -DCMAKE_INSTALL_PREFIX=${prefix}.new
			-DCMAKE_INSTALL_LIBDIR=lib ${slim_options} -DUSE_HTTP_PARSER=${parser}
		OUTPUT_FILE ${prefix}.log ERROR_FILE ${prefix}.log RESULT_VARIABLE status)
	if(status EQUAL 0)
		execute_process(COMMAND ${CMAKE_COMMAND} --build ${build} --target install
			OUTPUT_FILE ${prefix}.log ERROR_FILE ${prefix}.log RESULT_VARIABLE status)
	endif()
	if(NOT status EQUAL 0)
		message(STATUS "mlint: libgit2 did not build; ${prefix}.log says why")
		return()
	endif()
	if(parser STREQUAL system)
		file(WRITE ${prefix}.new/http-parser "")
	endif()
	file(WRITE ${prefix}.new/version "${ARGV2}\n")
	file(RENAME ${prefix}.new ${prefix})
	file(REMOVE_RECURSE ${build})
endfunction()

function(ml_slim out_prefix out_version)
	set(${out_prefix} "" PARENT_SCOPE)
	# A newer installed version means that the distribution mended something: then fetch and build again.
	pkg_get_variable(installed libgit2 version)
	ml_packed(packed libgit2-dev)
	string(SHA256 key "${CMAKE_C_COMPILER_ID} ${CMAKE_C_COMPILER_VERSION} ${CMAKE_SYSTEM_PROCESSOR} ${slim_options} ${slim_flags}
		${MLINT_LIBGIT2_SOURCE} ${MLINT_LIBGIT2_SHA256} ${installed} ${packed}")
	string(SUBSTRING ${key} 0 16 key)
	set(prefix ${MLINT_DEPS}/libgit2-${key})
	if(NOT EXISTS ${prefix}/lib/libgit2.a)
		ml_source(libgit2_SOURCE full libgit2)
		if(libgit2_SOURCE)
			ml_slim_build(${libgit2_SOURCE} ${prefix} "${libgit2_SOURCE_VERSION}")
		endif()
	endif()
	if(EXISTS ${prefix}/lib/libgit2.a)
		file(STRINGS ${prefix}/version version)
		set(${out_prefix} ${prefix} PARENT_SCOPE)
		set(${out_version} ${version} PARENT_SCOPE)
	endif()
endfunction()
