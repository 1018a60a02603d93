// @targets: native
// ECDH and prime numbers.
import {
  checkPrime, checkPrimeSync, createECDH, ECDH, generatePrime, generatePrimeSync, getCurves, Hash,
} from "node:crypto";

function show(what: string, run: () => any): void {
  try {
    console.log(what, run());
  } catch (error: any) {
    console.log(what, error.name, error.code, error.message);
  }
}

const key = Buffer.alloc(32, 1);
for (const curve of ["secp256k1", "prime256v1", "secp384r1"]) {
  show(curve, () => {
    const one = createECDH(curve);
    const other = createECDH(curve);
    one.setPrivateKey(key);
    other.setPrivateKey(Buffer.alloc(32, 3));
    const secret = one.computeSecret(other.getPublicKey("base64", "compressed"), "base64", "hex");
    return [one.getPrivateKey("hex").length, one.getPublicKey("hex", "hybrid"), secret, other.computeSecret(one.getPublicKey()).toString("hex") === secret].join(" ");
  });
}
show("generate", () => {
  const one = createECDH("prime256v1");
  return [one.generateKeys().length, one.generateKeys("hex", "compressed").length, one.getPrivateKey().length > 28].join();
});
show("convert", () => ECDH.convertKey("0379be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798", "secp256k1", "hex", "hex", "uncompressed"));
show("unknown curve", () => createECDH("nothing"));
show("no key", () => createECDH("secp256k1").getPublicKey());
show("no pair", () => createECDH("secp256k1").computeSecret("aa", "hex"));
show("zero", () => createECDH("secp256k1").setPrivateKey(Buffer.alloc(32)));
show("no point", () => {
  const one = createECDH("secp256k1");
  one.generateKeys();
  return one.computeSecret(Buffer.alloc(65, 4));
});
show("format", () => (createECDH("secp256k1") as any).getPublicKey("hex", "other"));
show("curves", () => ["secp256k1", "prime256v1", "secp521r1"].every((name) => getCurves().includes(name)));
show("without new", () => (Hash as any)("md5").update("a").digest("hex"));

for (const candidate of [2n, 9n, 561n, 2n ** 61n - 1n, Buffer.from([13]), new Uint8Array([1, 1]).buffer]) {
  show("prime", () => checkPrimeSync(candidate));
}
show("type", () => checkPrimeSync(5 as any));
show("negative", () => checkPrimeSync(-5n));
show("checks", () => checkPrimeSync(5n, { checks: -1 }));
show("generate", () => {
  const prime = generatePrimeSync(64, { bigint: true });
  return [prime.toString(2).length, checkPrimeSync(prime), generatePrimeSync(40).byteLength].join();
});
show("safe", () => checkPrimeSync((generatePrimeSync(48, { bigint: true, safe: true }) - 1n) / 2n));
show("add", () => generatePrimeSync(32, { add: 12n, rem: 11n, bigint: true }) % 12n);
show("bad add", () => generatePrimeSync(3, { add: 12n }));
show("bad rem", () => generatePrimeSync(32, { add: 12n, rem: 13n }));
show("size", () => generatePrimeSync(0));
generatePrime(32, { bigint: true }, (error, prime) => {
  checkPrime(prime, (failed, isPrime) => console.log("later", error, failed, isPrime));
});
