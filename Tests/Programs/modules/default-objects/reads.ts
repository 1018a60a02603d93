import path from "node:path";

export const described = typeof path.join + path.delimiter + [path.extname("a.b")].map(String).join();
export const basename: (text: string) => string = path.basename;
