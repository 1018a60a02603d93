#!/usr/bin/env python3
"""Compares number formatting and parsing with Node on random input.

usage: number_differential.py PROGRAM NODE [COUNT [SEED]]
PROGRAM is number_differential.c linked with src/number and src/string/text.c; both sides read one request a line.
"""
import random
import struct
import subprocess
import sys

NODE_SIDE = r"""
const bits = new DataView(new ArrayBuffer(8));
const out = [];
function number(hex) { bits.setBigUint64(0, BigInt('0x' + hex)); return bits.getFloat64(0); }
function hex(value) { bits.setFloat64(0, value); return bits.getBigUint64(0).toString(16).padStart(16, '0'); }
for (const line of require('fs').readFileSync(0, 'latin1').split('\n')) {
  if (line === '') continue;
  const op = line[0], rest = line.slice(2), space = rest.indexOf(' ');
  const argument = Number(rest.slice(0, space)), tail = rest.slice(space + 1);
  switch (op) {
    case 'N': out.push(hex(Number(rest))); break;
    case 'F': out.push(hex(parseFloat(rest))); break;
    case 'I': out.push(hex(parseInt(tail, argument))); break;
    case 's': out.push(String(number(tail))); break;
    case 'r': out.push(number(tail).toString(argument)); break;
    case 'f': out.push(number(tail).toFixed(argument)); break;
    case 'e': out.push(argument < 0 ? number(tail).toExponential() : number(tail).toExponential(argument)); break;
    case 'p': out.push(number(tail).toPrecision(argument)); break;
  }
}
process.stdout.write(out.join('\n') + '\n');
"""


def bits(value):
    return struct.pack(">d", value).hex()


def random_double(rng):
    kind = rng.randrange(8)
    if kind == 0:
        value = struct.unpack(">d", rng.randbytes(8))[0]
        return value if value == value else 0.0
    if kind == 1:
        return float(rng.randrange(-(2**53), 2**53))
    if kind == 2:
        return rng.randrange(-(10**6), 10**6) / 10 ** rng.randrange(0, 8)
    if kind == 3:
        return rng.uniform(-1, 1)
    if kind == 4:
        return rng.choice([0.0, -0.0, 0.5, 1.5, 2.5, 1.005, 1.45, 8.345, 5e-324, 2.2250738585072014e-308,
                           1.7976931348623157e308, 1e21, 1e-7, 1e-6, 123456789012345680000.0, 0.000001, 0.1, 0.3])
    if kind == 5:
        return float(2 ** rng.randrange(0, 1023)) * rng.choice([1, -1])
    if kind == 6:
        return rng.uniform(-1, 1) * 10.0 ** rng.randrange(-300, 300)
    return float(rng.randrange(-1000, 1000))


def random_text(rng):
    kind = rng.randrange(7)
    sign = rng.choice(["", "-", "+", " "])
    if kind == 0:
        return sign + repr(random_double(rng))
    if kind == 1:
        return sign + "".join(rng.choice("0123456789") for _ in range(rng.randrange(1, 40))) + rng.choice(
            ["", ".", ".5", "e5", "e-12", "E+300", "e-330", "e999999999999", ".e1"])
    if kind == 2:
        return "".join(rng.choice("0123456789.eE+-xX abofInity_") for _ in range(rng.randrange(0, 8)))
    if kind == 3:
        return "0x" + "".join(rng.choice("0123456789abcdefABCDEF") for _ in range(rng.randrange(0, 24)))
    if kind == 4:
        # Halfway cases between doubles, with and without a digit far behind.
        mantissa = 2**53 + 2 * rng.randrange(2**51) + 1
        return str(mantissa * 2 ** rng.randrange(0, 60)) + rng.choice(["", "." + "0" * rng.randrange(0, 900) + "1"])
    if kind == 5:
        return rng.choice(["Infinity", "-Infinity", "infinity", "0b101", "0B12", "0o777", "0O8", "", " ", ".", "1_000",
                           "0x", "1e", "1e+", "\u00a012\u00a0", "0.1 ", "12px", "0X1g", "-0", "+.5", "-.5e1", "--1"])
    return str(rng.uniform(-1e6, 1e6))


def main():
    program, node = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 20000
    rng = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    requests = []
    for _ in range(count):
        value = random_double(rng)
        finite = value if abs(value) != float("inf") else 1.0
        small = finite if abs(finite) < 1e21 else finite % 1e6
        requests += [
            f"s 0 {bits(value)}",
            f"r {rng.randrange(2, 37)} {bits(value)}",
            f"f {rng.randrange(0, 101) if rng.random() < .3 else rng.randrange(0, 8)} {bits(small)}",
            f"e {rng.randrange(-1, 101) if rng.random() < .3 else rng.randrange(-1, 8)} {bits(finite)}",
            f"p {rng.randrange(1, 101) if rng.random() < .3 else rng.randrange(1, 25)} {bits(finite)}",
            f"N {random_text(rng)}",
            f"F {random_text(rng)}",
            f"I {rng.choice([0, 2, 8, 10, 16, 36, rng.randrange(2, 37), 1, 37])} {random_text(rng)}",
        ]
    data = ("\n".join(requests) + "\n").encode("latin-1")
    ours = subprocess.run([program], input=data, stdout=subprocess.PIPE, check=True).stdout.splitlines()
    theirs = subprocess.run([node, "-e", NODE_SIDE], input=data, stdout=subprocess.PIPE, check=True).stdout.splitlines()
    different = [x for x in zip(requests, ours, theirs) if x[1] != x[2]]
    for request, our, their in different[:20]:
        print(f"{request}\n  ours {our.decode()}\n  node {their.decode()}")
    if len(ours) != len(requests) or len(theirs) != len(requests) or different:
        sys.exit(f"{len(different)} of {len(requests)} differ")
    print(f"{len(requests)} agree")


main()
