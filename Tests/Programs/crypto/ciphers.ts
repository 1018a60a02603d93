// @targets: native
// Symmetric ciphers of all kinds, both directions, with what can go wrong.
import { createCipheriv, createDecipheriv, createSecretKey, getCipherInfo, getCiphers } from "node:crypto";

function show(what: string, run: () => any): void {
  try {
    const result: any = run();
    console.log(what, Buffer.isBuffer(result) ? "<" + result.toString("hex") + ">" : result);
  } catch (error: any) {
    console.log(what, error.name, error.code, error.message.split("\n")[0], error.opensslErrorStack ?? "");
  }
}

const text = "The quick brown fox jumps over the lazy dog. Grüße, 世界!";
const key = (size: number): Buffer => Buffer.from(Array.from({ length: size }, (_, i) => i * 7 & 255));
for (const name of ["aes-128-cbc", "aes-256-ctr", "AES-192-ECB", "aes-256-gcm", "chacha20-poly1305", "aes-128-ofb", "des-ede3-cbc",
  "camellia-256-cbc", "aes-256-ocb", "id-aes128-GCM", "aes-128-xts"]) {
  show(name, () => {
    const info = getCipherInfo(name)!;
    const iv = info.ivLength === undefined ? null : key(info.ivLength);
    const options = /gcm|ocb|poly/i.test(name) ? { authTagLength: 16 } : undefined;
    const cipher: any = createCipheriv(name, key(info.keyLength), iv, options as any);
    if (options !== undefined) cipher.setAAD(Buffer.from("more"));
    const parts = name.endsWith("xts") ? [text] : [text.slice(0, 5), text.slice(5)];
    const encrypted = Buffer.concat([...parts.map((part) => cipher.update(part)), cipher.final()]);
    const decipher: any = createDecipheriv(name, createSecretKey(key(info.keyLength)), iv, options as any);
    if (options !== undefined) decipher.setAuthTag(cipher.getAuthTag()).setAAD(Buffer.from("more"));
    const decrypted = decipher.update(encrypted, undefined, "utf8") + decipher.final("utf8");
    return [encrypted.toString("base64"), options && cipher.getAuthTag().toString("hex"), decrypted === text].join(" ");
  });
}
const iv = key(16);
show("ccm", () => {
  const cipher = createCipheriv("aes-128-ccm", key(16), key(12), { authTagLength: 8 });
  cipher.setAAD(Buffer.from("aad"), { plaintextLength: 4 });
  const encrypted = cipher.update("text", "utf8", "hex") + cipher.final("hex");
  const decipher = createDecipheriv("aes-128-ccm", key(16), key(12), { authTagLength: 8 });
  decipher.setAuthTag(cipher.getAuthTag()).setAAD(Buffer.from("aad"), { plaintextLength: 4 });
  return [encrypted, decipher.update(encrypted, "hex", "utf8"), decipher.final("utf8")].join();
});
show("encodings", () => {
  const cipher = createCipheriv("aes-128-cbc", key(16), iv);
  return cipher.update("0123456789abcdef0", "latin1", "base64") + cipher.final("base64");
});
show("info", () => JSON.stringify([getCipherInfo("aes-128-gcm"), getCipherInfo(419), getCipherInfo("chacha20"), getCipherInfo("none")]));
show("names", () => ["aes-128-cbc", "id-aes256-GCM", "chacha20-poly1305"].every((name) => getCiphers().includes(name)));

// What goes wrong.
const cbc = (): any => createCipheriv("aes-128-cbc", key(16), iv);
const gcm = (): any => createDecipheriv("aes-128-gcm", key(16), iv);
show("unknown", () => createCipheriv("none", key(16), iv));
show("key", () => createCipheriv("aes-128-cbc", key(15), iv));
show("iv", () => createCipheriv("aes-128-cbc", key(16), key(15)));
show("no iv", () => createCipheriv("aes-128-cbc", key(16), null));
show("types", () => createCipheriv("aes-128-cbc", 5 as any, iv));
show("tag needed", () => createCipheriv("aes-128-ccm", key(16), key(12) as any));
show("tag length", () => createCipheriv("aes-128-gcm", key(16), iv, { authTagLength: 1 }));
show("data", () => cbc().update(5));
show("change of encoding", () => {
  const cipher = cbc();
  cipher.update("a", "utf8", "hex");
  return cipher.final("base64");
});
show("no padding", () => cbc().setAutoPadding(false).update(Buffer.alloc(16), "latin1", "hex"));
show("padding needed", () => {
  const cipher = cbc().setAutoPadding(false);
  cipher.update("x");
  return cipher.final();
});
for (const operation of ["update", "final", "setAutoPadding", "getAuthTag"]) {
  show(operation + " behind the end", () => {
    const cipher = cbc();
    cipher.final();
    return cipher[operation]("x");
  });
}
show("wrong key", () => {
  const decipher = createDecipheriv("aes-128-cbc", key(16), iv);
  decipher.update(Buffer.alloc(16));
  return decipher.final();
});
show("no tag", () => {
  const decipher = gcm();
  decipher.update("abc");
  return decipher.final();
});
show("wrong tag", () => gcm().setAuthTag(Buffer.alloc(16)).final());
show("short tag", () => gcm().setAuthTag(Buffer.alloc(3)));
show("two tags", () => gcm().setAuthTag(Buffer.alloc(16)).setAuthTag(Buffer.alloc(16)));
show("no tag in this mode", () => (createDecipheriv("aes-128-cbc", key(16), iv) as any).setAuthTag(Buffer.alloc(16)));
show("no data in this mode", () => cbc().setAAD(Buffer.alloc(1)));
show("info lengths", () => [getCipherInfo("aes-128-cbc", { keyLength: 5 }), getCipherInfo("aes-128-gcm", { ivLength: 8 }) !== undefined].join());
