/// What the files of src/crypto share: the intrinsics of `node:crypto` over OpenSSL's libcrypto. Only programs that import
/// the module are linked with it, by the linker's option that openssl.c holds. Where there is no libcrypto, absent.c stands
/// for all of them.
///
/// Glossary
///   engine     an object that keeps a state of OpenSSL, and frees it when the collector finds it dead
///   job        a computation that takes long, done at once or in a thread of the pool
#pragma once

#include "binary/binary.h"
#include "rt_abi.h"
#include "rt_loop.h"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>

/// The object around a state of OpenSSL.
typedef struct rt_crypto_engine {
  rt_object object;
  void *state;                  ///< NULL: freed
  void (*release)(void *state); ///< frees it
  uint64_t next;                ///< the next of all engines, hidden from the collector; 0: none
} rt_crypto_engine;

/// Bytes that belong to a view, a buffer or a cell.
typedef struct rt_crypto_bytes {
  const uint8_t *data; ///< never NULL
  size_t size;
} rt_crypto_bytes;

/// Prepares OpenSSL, once; whatever uses it calls this first.
void rt__crypto_start(void);
/// An engine for a state, which it owns from then on.
rt_value rt__crypto_engine(void *state, void (*release)(void *state));
/// The state of an engine; NULL: it was freed.
void *rt__crypto_state(rt_value engine);
/// Frees the state of an engine before the collector does.
void rt__crypto_release(rt_value engine);

/// The bytes of a view or buffer, and those of a string in an encoding (enum rt_encoding). Those of strings lie in a cell that
/// the caller keeps alive by the result.
rt_crypto_bytes rt__crypto_bytes(rt_value value, int32_t encoding);
/// Bytes as a string in an encoding, or as a Buffer if that is negative.
rt_value rt__crypto_value(const uint8_t *data, size_t size, int32_t encoding);
/// A message digest by any name that OpenSSL has for it; NULL if there is none, with the reason in OpenSSL's queue.
const EVP_MD *rt__crypto_digest(rt_string *name);
