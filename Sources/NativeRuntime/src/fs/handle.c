/// The prototype of FileHandle's prototype, with the methods that the manifest names.
#include "library.h"
#include "rt_realm.h"

rt_value rt_file_handle_prototype(void);

rt_value rt_file_handle_prototype(void) { return rt_from_object(rt__builtin(RT_BUILTIN_FILEHANDLE_PROTOTYPE)); }
