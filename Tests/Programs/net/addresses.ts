// Addresses, lists of them, and names that need no server.
import * as dns from "node:dns";
import * as promises from "node:dns/promises";
import * as net from "node:net";

const texts: any[] = [
  "::1%lo", "1.2.3.4%x", "::1%", "1::2::3", "::ffff:1.2.3.4", "01.2.3.4", "1:2:3:4:5:6:7::", "", "1.2.3", "1.2.3.256",
  "::ffff:300.1.1.1", "1:2:3:4:5:6:7:8:9", ":1", "1:", "12345::", "::1::", null, undefined, 5, { toString: () => "::1" },
  "1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:7:1.2.3.4", "255.255.255.255", "::",
];
console.log(texts.map((text) => net.isIP(text)).join(), net.isIPv4("1.1.1.1"), net.isIPv6("1.1.1.1"));
for (const address of [
  "::", "1::", "::1", "1:0:0:2::3", "::ffff:1.2.3.4", "::1.2.3.4", "64:ff9b::1.2.3.4", "1:2:3:4:5:6:7::", "0:0:0:0:0:0:0:0",
  "1:0:0:0:2:0:0:0", "::2:3", "FE80::A",
]) console.log(address, new net.SocketAddress({ address, family: "ipv6" }).address);

const list: any = new net.BlockList();
list.addAddress("1.2.3.4");
list.addRange("1.1.1.1", "1.1.1.9");
list.addSubnet("10.0.0.0", 8);
list.addAddress("::1", "ipv6");
list.addSubnet("fe80::", 10, "ipv6");
console.log(list, list.rules.length, list.toJSON());
const copy: any = new net.BlockList();
copy.fromJSON(list.toJSON());
console.log(copy.rules.length, (net.BlockList as any).isBlockList(copy));
for (const [address, family] of [
  ["1.2.3.4", "ipv4"], ["1.2.3.5", "ipv4"], ["1.1.1.5", "IPv4"], ["10.9.8.7", "ipv4"], ["::ffff:1.2.3.4", "ipv6"], ["::1", "ipv6"],
  ["febf::1", "ipv6"], ["fec0::1", "ipv6"], ["x", "ipv4"],
]) console.log(address, list.check(address, family));

const address: any = new net.SocketAddress({ address: "::1", family: "ipv6", port: 5 });
const { parse, isSocketAddress } = net.SocketAddress as any;
console.log(address, JSON.stringify(address), parse("[::1]:81"), parse("1.2.3.4:81"), parse("x"), isSocketAddress(address));
console.log(new net.SocketAddress(), list.check(address));

for (const mistake of [
  () => new net.SocketAddress({ address: "x" }), () => new net.SocketAddress({ family: "x" } as any), () => new (net as any).SocketAddress(5),
  () => new net.SocketAddress({ port: "x" } as any), () => new net.SocketAddress({ flowlabel: -1, family: "ipv6" }), () => list.addAddress(5),
  () => list.addAddress("x"), () => list.addAddress("1.1.1.1", "x"), () => list.addRange("2.2.2.2", "1.1.1.1"),
  () => list.addSubnet("1.1.1.1", 33), () => list.check(1), () => list.addRange("1.1.1.1", 5), () => list.addSubnet("1.1.1.1", "x"),
  () => list.addAddress("::1"), () => dns.lookup(5 as any, () => undefined), () => (dns as any).lookup("a"),
  () => dns.lookup("a", 5, () => undefined), () => dns.lookup("a", { hints: 3 }, () => undefined),
  () => dns.lookup("a", { family: 7 }, () => undefined), () => dns.lookup("a", { all: 1 } as any, () => undefined),
  () => dns.lookup("a", { order: "x" } as any, () => undefined), () => dns.lookup("a", "x" as any, () => undefined),
  () => (dns as any).lookupService("a", 1, () => undefined), () => (dns as any).lookupService("127.0.0.1"),
  () => (dns as any).lookupService("127.0.0.1", 70000, () => undefined), () => dns.setDefaultResultOrder("x" as any),
]) {
  try {
    (mistake as any)();
    console.log("no error");
  } catch (error: any) {
    console.log(error.name, error.code, error.message);
  }
}

dns.lookup("127.0.0.1", (error, found, family) => console.log("lookup", error, found, family));
dns.lookup("::1", { all: true }, (error, found) => console.log("lookup all", error, found));
console.log(await promises.lookup("127.0.0.1"), await promises.lookup("::1", { all: true }), dns.getDefaultResultOrder());
console.log(net.getDefaultAutoSelectFamily(), net.getDefaultAutoSelectFamilyAttemptTimeout());
