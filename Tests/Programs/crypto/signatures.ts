// @targets: native
// Key pairs: reading and writing them, signatures, encryption by RSA, secrets of two.
import {
  createPrivateKey, createPublicKey, createSecretKey, createSign, createVerify, constants, diffieHellman, generateKeyPair,
  generateKeyPairSync, privateDecrypt, privateEncrypt, publicDecrypt, publicEncrypt, sign, verify,
} from "node:crypto";
import { promisify } from "node:util";

const rsaKey =
  "MIICXgIBAAKBgQDWtaJ2gRYWFybqDua3MGxb3fBKT0ovVP3rcz7r+eSFXjo4o9Ng0ahaToDFr7lm3botv1G31maHjl4z7uQEm6UvOYXn8W+tsg" +
  "hGqYek4iJh0vvg44UCsAyNQmvQlsiuLU1gor4Q2GdRocfyf+9uhhvFqu7TwPh3MjWofLw6zF7meQIDAQABAoGBAKrf4Q0IzMgF4u1xsIHoIsS2" +
  "C69IDRVAQdjpXhE1Tn4psJI1J1utX5uHUIqDwDyyh6Iy2dlB41VMo4IXRBa6vCkz3R/pnCGuHVaDYPrZZlvH/pygI9NVHd4x/IAN7hzZvXtMJP" +
  "SmA/c7WLj4n2x36UtJkQ8bEixlETYHgJxZcyABAkEA/rYwW5Yk69ZoyAYcri2N1H46pUMUcoXGnjuTviR9x7Mr8WQZG7APrMg6vS1MU+Txj+eF" +
  "TyRT55kuZKKi1ElaeQJBANfLpjdhWqoxboTQ5wEMAQaQHvuOmGUrYzcq7oDhgk08c/jMuUthk/Ao2jSKJQbNQsDMX+SSkjE+DSgh0hKe7AECQG" +
  "qVkmbAzXJipjYNWLMKHO9uYtwE1emWUSalh41pd7i5IQpB+L+9TNHgd7Px4J66jtrI5t/XM8UWNHOoGrr6dwECQQC7kEvJyPmoAk0gbf7LHybp" +
  "EG2NktSM4thaxBsHtHqwLUJT14WaqpaOYMPAdO5X6iMCNuGGZ4tf96Ix5quT+cQBAkEA092oXEuIqB2PmQbn5MhA17rXsoRc1b9UqOEQRwXK0o" +
  "aS1UfnPWreEsvpCm9Ec+4emvrRVEvubUDoLxRMWo/XwA==";
const ecKey =
  "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgGT2UnlDmwMaFGkcxVUyRXNgG64EncYVcvDoqysRUD7ChRANCAATQWsWyDdrvN5" +
  "q/mmwJx9ewxRbMJ1/V3/k3uJByZ3HcXol3yqW5t7wUX8TB4aRSSnr5rXLzlD/XHG3zZBrQnkZa";
const edKey =
  "MC4CAQAwBQYDK2VwBCIEIGiNE4NPArz31kV+jC/QCLs5zX+/9VuUbrnAAsM2AmZX";
function show(what: string, run: () => any): void {
  try {
    const result: any = run();
    console.log(what, Buffer.isBuffer(result) ? "<" + result.toString("hex") + ">" : result);
  } catch (error: any) {
    console.log(what, error.name, error.code, error.message);
  }
}

const rsa = createPrivateKey({ key: rsaKey, encoding: "base64", format: "der", type: "pkcs1" });
const ec = createPrivateKey({ key: Buffer.from(ecKey, "base64"), format: "der", type: "pkcs8" });
const ed = createPrivateKey({ key: Buffer.from(edKey, "base64"), format: "der", type: "pkcs8" });
for (const key of [rsa, ec, ed]) {
  const type = key.asymmetricKeyType;
  show(type + " details", () => [key.type, key.asymmetricKeyDetails, key]);
  const open: any = createPublicKey(key);
  const texts = [open.export({ type: "spki", format: "pem" }), key.export({ type: "pkcs8", format: "pem" })];
  show(type + " texts", () => texts.join(""));
  show(type + " again", () => [createPublicKey(texts[0]).equals(open), createPrivateKey(texts[1]).equals(key), createPublicKey(texts[1]).equals(open)].join());
  const locked: any = key.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "top secret" });
  show(type + " locked", () => [locked.split("\n")[0], createPrivateKey({ key: locked, passphrase: "top secret" }).equals(key)].join());
  show(type + " locked out", () => {
    try {
      return createPrivateKey({ key: locked, passphrase: "wrong" });
    } catch {
      return "refused";
    }
  });
}
show("pkcs1", () => createPublicKey(rsa).export({ type: "pkcs1", format: "pem" }));
show("sec1", () => ec.export({ type: "sec1", format: "der" }));
show("wrong form", () => rsa.export({ type: "sec1", format: "pem" }));
show("wrong type", () => createPublicKey(rsa).export({ type: "pkcs8", format: "pem" } as any));
show("no passphrase", () => rsa.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc" } as any));
show("no key", () => createPrivateKey("nothing"));
show("no options", () => createPrivateKey({ key: "x", format: "other" } as any));
show("secret", () => createPublicKey(createSecretKey("a") as any));

// Signatures: those of RSA and Ed25519 are the same each time.
const data = Buffer.from("some data");
show("rsa", () => sign("sha256", data, rsa));
show("ed25519", () => sign(null, data, ed));
show("streaming", () => createSign("sha512").update("some ").update("64617461", "hex").sign(rsa, "base64"));
show("streaming is the same", () => createSign("RSA-SHA256").update(data).sign(rsa).equals(sign("sha256", data, rsa)));
for (const key of [rsa, ec, ed]) {
  const algorithm = key === ed ? null : "sha256";
  const signature = sign(algorithm, data, key);
  show("verify " + key.asymmetricKeyType, () => [
    verify(algorithm, data, createPublicKey(key), signature), verify(algorithm, data, key, signature),
    verify(algorithm, Buffer.from("other"), key, signature), verify(algorithm, data, key, Buffer.from("no signature")),
  ].join());
}
show("pss", () => {
  const options = { key: rsa, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 20 };
  const signature = createSign("sha256").update(data).sign(options);
  return [createVerify("sha256").update(data).verify(options, signature), verify("sha256", data, rsa, signature)].join();
});
show("plain numbers", () => {
  const options: any = { key: ec, dsaEncoding: "ieee-p1363" };
  const signature = sign("sha256", data, options);
  return [signature.length, verify("sha256", data, options, signature), verify("sha256", data, ec, signature)].join();
});
show("stream", () => {
  const signer: any = createSign("sha256");
  signer.write("some ");
  signer.end("data");
  return createVerify("sha256").update(data).verify(rsa, signer.sign(rsa, "latin1"), "latin1");
});
show("no digest", () => sign("nothing", data, rsa));
show("no digest either", () => createSign("nothing"));
show("public key", () => sign("sha256", data, createPublicKey(rsa)));
show("no key", () => sign("sha256", data, undefined as any));
show("padding", () => createSign("sha256").sign({ key: rsa, padding: "a" as any }));
show("twice", () => {
  const signer = createSign("sha256");
  signer.sign(rsa);
  return signer.sign(rsa);
});

// Encryption.
show("oaep", () => privateDecrypt(rsa, publicEncrypt(createPublicKey(rsa), data)).toString());
show("oaep label", () => {
  const options = { key: rsa, oaepHash: "sha256", oaepLabel: Buffer.from("label") };
  return privateDecrypt(options, publicEncrypt(options, data)).toString();
});
show("private encrypt", () => privateEncrypt(rsa, data));
show("public decrypt", () => publicDecrypt(rsa, privateEncrypt(rsa, data)).toString());
show("too long", () => publicEncrypt(rsa, Buffer.alloc(200)));

// Generating, and agreeing.
const encodings: any = { publicKeyEncoding: { type: "spki", format: "pem" }, privateKeyEncoding: { type: "pkcs8", format: "der" } };
show("generate", () => {
  const pair: any = generateKeyPairSync("rsa", { modulusLength: 512, publicExponent: 3, ...encodings });
  return [pair.publicKey.split("\n")[0], Buffer.isBuffer(pair.privateKey), createPublicKey(pair.publicKey).asymmetricKeyDetails];
});
show("generate curve", () => generateKeyPairSync("ec", { namedCurve: "secp384r1" }).publicKey.asymmetricKeyDetails);
show("unknown curve", () => generateKeyPairSync("ec", { namedCurve: "nothing" }));
show("unknown type", () => generateKeyPairSync("nothing" as any));
const first = generateKeyPairSync("x25519");
const second = generateKeyPairSync("x25519");
show("agree", () => diffieHellman({ privateKey: first.privateKey, publicKey: second.publicKey })
  .equals(diffieHellman({ privateKey: second.privateKey, publicKey: first.publicKey })));
show("cannot agree", () => diffieHellman({ privateKey: rsa, publicKey: createPublicKey(rsa) }));

// One after the other: the pool's threads end in any order.
console.log((await promisify(generateKeyPair)("ec", { namedCurve: "P-256" })).publicKey.asymmetricKeyType);
generateKeyPair("ed25519", undefined as any, (error, publicKey, privateKey) => {
  console.log("later", error, publicKey.type, privateKey.asymmetricKeyType);
  sign(null, data, privateKey, (failed, signature) => {
    verify(null, data, publicKey, signature, (wrong, isValid) => console.log("later", failed, signature.length, wrong, isValid));
  });
});
