// @targets: native
// Hashes, HMACs and derived keys: results in all encodings, streaming, copies, errors.
import {
  createHash, createHmac, createSecretKey, getHashes, hash, hkdf, hkdfSync, pbkdf2, pbkdf2Sync, scrypt, scryptSync,
  timingSafeEqual,
} from "node:crypto";

function show(what: string, run: () => any): void {
  try {
    const result: any = run();
    console.log(what, Buffer.isBuffer(result) ? "<" + result.toString("hex") + ">" : result);
  } catch (error: any) {
    console.log(what, error.name, error.code, error.message, error.reason ?? "");
  }
}

// Hashes.
const names = ["md5", "SHA1", "RSA-SHA256", "sha384", "sha512", "sha512-256", "sha3-256", "ripemd160", "blake2b512", "shake128"];
for (const name of names) {
  show(name, () => createHash(name).update("Grüße, 世界 \u{1F600} \ud800").digest("hex"));
}
for (const encoding of ["hex", "base64", "base64url", "latin1", "utf8", "ucs2", "buffer", "none", undefined] as any[]) {
  show("encoding " + encoding, () => createHash("md5").update("abc").digest(encoding));
}
show("parts", () => createHash("sha256").update("616263", "hex").update(Buffer.from("def")).update(new Uint16Array([1, 2]))
  .update(new DataView(new ArrayBuffer(3), 1)).update("ZGVm", "base64").update("é", "latin1").digest("hex"));
const started = createHash("sha1").update("one");
const copied = started.copy();
show("copy", () => [started.update("two").digest("hex"), copied.digest("base64")].join());
show("outputLength", () => createHash("shake256", { outputLength: 3 }).update("x").copy({ outputLength: 70 }).digest("hex"));
show("hash", () => [hash("sha1", "a"), hash("sha1", "a", "base64"), hash("shake128", "a", { outputLength: 4 })].join());
show("hash to a Buffer", () => hash("md5", Buffer.from("a"), "buffer"));
show("names", () => names.slice(3, 8).every((name) => getHashes().includes(name)));

// Its errors.
show("unknown", () => createHash("nothing"));
show("unknown to hash", () => hash("nothing", ""));
show("no name", () => createHash(1 as any));
show("data", () => createHash("sha1").update(1 as any));
show("odd digits", () => createHash("sha1").update("abc", "hex"));
show("again", () => started.digest());
show("update behind the end", () => started.update("x"));
show("copy behind the end", () => started.copy());
show("length", () => createHash("sha256", { outputLength: 5 }));
show("negative length", () => createHash("sha256", { outputLength: -5 }));
show("encoding of hash", () => hash("sha1", "a", "none"));

// HMACs.
show("hmac", () => createHmac("sha256", "key").update("The quick brown fox").update(" jumps").digest("hex"));
show("hmac of no bytes", () => createHmac("md5", "").digest("base64"));
show("long key", () => createHmac("sha1", Buffer.alloc(200, 7)).update("x").digest());
show("key object", () => createHmac("sha512", createSecretKey("6b6579", "hex")).update("x").digest("base64url"));
show("hmac again", () => {
  const hmac = createHmac("sha1", "k");
  return [hmac.digest("hex"), hmac.digest("hex")].join();
});
show("hmac unknown", () => createHmac("nothing", "k"));
show("hmac key", () => createHmac("sha1", null as any));

// Keys.
const secret = createSecretKey(Buffer.from("abc"));
show("secret", () => [secret.type, secret.symmetricKeySize, secret.export().toString(), secret.equals(createSecretKey("abc"))].join());
show("jwk", () => JSON.stringify(secret.export({ format: "jwk" })));
show("not a secret", () => createSecretKey(5 as any));
show("equal", () => timingSafeEqual(Buffer.from("abc"), new Uint8Array([97, 98, 99])));
show("not equal", () => timingSafeEqual(Buffer.from("abc"), Buffer.from("abd")));
show("sizes", () => timingSafeEqual(Buffer.from("abc"), Buffer.from("ab")));

// Derivation.
show("pbkdf2", () => pbkdf2Sync("password", "salt", 1000, 40, "sha512"));
show("pbkdf2 digest", () => pbkdf2Sync("password", "salt", 1, 20, "nothing"));
show("pbkdf2 iterations", () => pbkdf2Sync("password", "salt", 0, 20, "sha1"));
show("scrypt", () => scryptSync("password", "salt", 32, { N: 256, r: 4, p: 2 }));
show("scrypt names", () => scryptSync("password", "salt", 0));
show("scrypt parameters", () => scryptSync("password", "salt", 10, { cost: 15 }));
show("scrypt memory", () => scryptSync("password", "salt", 10, { N: 1 << 20 }));
show("scrypt pair", () => scryptSync("password", "salt", 10, { N: 16, cost: 16 }));
show("hkdf", () => Buffer.from(hkdfSync("sha256", "key", "salt", "info", 42)));
show("hkdf of nothing", () => Buffer.from(hkdfSync("sha256", "", "", "", 16)));
show("hkdf length", () => hkdfSync("sha1", "key", "salt", "info", 20 * 255 + 1));
pbkdf2("password", "salt", 1, 20, "sha1", (error, key) => {
  console.log("later", error, key.toString("hex"));
  scrypt("password", Buffer.from("salt"), 8, { N: 16 }, (second, other) => {
    console.log("later", second, other.toString("hex"));
    hkdf("sha1", secret, "", "", 8, (third: any, bytes: any) => console.log("later", third, bytes));
  });
});
console.log("end");
