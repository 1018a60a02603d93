/// OpenSSL's states in objects of the heap, its errors as values, and bytes in and out.
#include "crypto.h"

#include "buffer/encoding.h"
#include "collection/weak.h"

#include <openssl/objects.h>

// Makes the linker add libcrypto's archive to programs that contain this file, and to no others.
#pragma comment(lib, "libcrypto.a")

rt_value rt_buffer_new(double length);
rt_value rt_buffer_decode(rt_value buffer, int32_t encoding, double start, double end);
rt_value rt_buffer_encode(rt_string *string, int32_t encoding);
rt_value rt_crypto_errors(void);
int32_t rt_crypto_is_available(void);

static const rt_class engine_class = {
    .kind = RT_CLASS_OTHER,
    .instance_size = sizeof(rt_crypto_engine),
    .prototype_builtin = RT_BUILTIN_OBJECT_PROTOTYPE + 1,
    .name = "Object",
};

/// All engines with a state.
static rt_hidden engines;

static void release(rt_crypto_engine *engine) {
  void *state = engine->state;
  engine->state = NULL;
  if (state) engine->release(state);
}

/// Frees the states of dead engines, and forgets those that have none.
static void sweep(void) {
  rt_hidden *link = &engines;
  while (*link) {
    rt_crypto_engine *engine = rt_pointer(rt__reveal(*link));
    bool is_alive = rt__is_marked(engine);
    if (!is_alive) release(engine);
    if (is_alive && engine->state) link = &engine->next;
    else *link = engine->next;
  }
}

void rt__crypto_start(void) {
  static bool is_started;
  if (is_started) return;
  is_started = true;
  // The system's configuration of OpenSSL is not the program's, as in Node; and the process ends without tidying up.
  OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ATEXIT, NULL);
  rt__register_weak_sweeper(sweep);
}

rt_value rt__crypto_engine(void *state, void (*release_state)(void *state)) {
  static rt_shape *shape RT_ROOTED_UNUSED;
  if (!shape) shape = rt__shape_root(&engine_class, 0);
  rt_crypto_engine *engine = (rt_crypto_engine *)(void *)rt__object_of_shape(shape);
  engine->state = state;
  engine->release = release_state;
  engine->next = engines;
  engines = rt__hide(rt_from_object(engine));
  return rt_from_object(engine);
}

void *rt__crypto_state(rt_value engine) { return ((rt_crypto_engine *)rt_pointer(engine))->state; }

void rt__crypto_release(rt_value engine) { release(rt_pointer(engine)); }

rt_crypto_bytes rt__crypto_bytes(rt_value value, int32_t encoding) {
  static const uint8_t nothing[1];
  rt_crypto_bytes bytes = {nothing, 0};
  if (rt_is_string(value) && encoding != RT_ENCODING_UTF8) value = rt_buffer_encode(rt_as_string(value), encoding);
  if (rt_is_string(value)) {
    rt_string *string = rt_as_string(value);
    rt_text text = rt__text(string);
    bytes.size = rt__utf8_length(string);
    if (text.latin1 && bytes.size == text.length) {
      bytes.data = text.latin1;
    } else {
      uint8_t *copy = rt__allocate(bytes.size + 1, RT_CELL_LEAF);
      rt__utf8_write(string, copy);
      bytes.data = copy;
    }
  } else if (rt_is_buffer(value)) {
    bytes = (rt_crypto_bytes){rt_as_buffer(value)->data, rt_as_buffer(value)->byte_length};
  } else if (rt_is_object(value)) {
    bytes = (rt_crypto_bytes){rt_as_view(value)->data, rt_view_byte_length(rt_as_view(value))};
  }
  if (bytes.size == 0) bytes.data = nothing;
  return bytes;
}

rt_value rt__crypto_value(const uint8_t *data, size_t size, int32_t encoding) {
  if (encoding == RT_ENCODING_HEX && size > 0) {
    rt_string *text = rt__string_latin1_raw((uint32_t)size * 2);
    rt__hex_encode(data, size, rt__latin1_data(text));
    return rt_from_string(text);
  }
  rt_value buffer = rt_buffer_new((double)size);
  if (buffer == RT_EXCEPTION) return buffer;
  if (size > 0) memcpy(rt_as_view(buffer)->data, data, size);
  return encoding < 0 ? buffer : rt_buffer_decode(buffer, encoding, 0, (double)size);
}

/// What comes before the reason in the code of an error, by the library that it is from.
static const char *code_prefix(int library) {
  switch (library) {
  case ERR_LIB_BN: return "BN_";
  case ERR_LIB_RSA: return "RSA_";
  case ERR_LIB_DH: return "DH_";
  case ERR_LIB_EVP: return "EVP_";
  case ERR_LIB_BUF: return "BUF_";
  case ERR_LIB_OBJ: return "OBJ_";
  case ERR_LIB_PEM: return "PEM_";
  case ERR_LIB_DSA: return "DSA_";
  case ERR_LIB_X509: return "X509_";
  case ERR_LIB_ASN1: return "ASN1_";
  case ERR_LIB_CRYPTO: return "CRYPTO_";
  case ERR_LIB_EC: return "EC_";
  case ERR_LIB_RAND: return "RAND_";
  default: return "";
  }
}

static rt_value text_value(const char *text) {
  return rt_from_string(rt__string_from_utf8((const uint8_t *)(text ? text : ""), text ? strlen(text) : 0));
}

/// Takes the errors of OpenSSL's queue, the oldest first: for each its text, library, reason, and the prefix of its code.
rt_value rt_crypto_errors(void) {
  RT_SAFEPOINT();
  rt_array *result = rt__array_new(4);
  for (unsigned long error; (error = ERR_get_error()) != 0;) {
    char text[256];
    ERR_error_string_n(error, text, sizeof text);
    (void)rt__array_push(result, text_value(text));
    (void)rt__array_push(result, text_value(ERR_lib_error_string(error)));
    (void)rt__array_push(result, text_value(ERR_reason_error_string(error)));
    (void)rt__array_push(result, text_value(code_prefix(ERR_GET_LIB(error))));
  }
  return rt_from_object(result);
}

/// Whether there is an OpenSSL; see absent.c.
int32_t rt_crypto_is_available(void) {
  rt__crypto_start();
  return 1;
}
