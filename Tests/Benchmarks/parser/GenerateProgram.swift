/// Ordinary TypeScript of about `lines` lines: declarations that differ in their names and numbers.
func generateProgram(lines: Int) -> String {
  var output = "import { readFileSync } from \"node:fs\";\n"
  var count = 1
  var index = 0
  while count < lines {
    let piece = template.replacing("ID", with: "\(index)")
    output += piece
    count += piece.utf8.lazy.filter { $0 == 0x0A }.count
    index += 1
  }
  return output
}

extension String {
  /// This text with every `pattern` replaced.
  fileprivate func replacing(_ pattern: String, with replacement: String) -> String {
    var result = ""
    var rest = Substring(self)
    while let first = rest.firstIndex(of: pattern.first!) {
      result += rest[..<first]
      rest = rest[first...]
      if rest.hasPrefix(pattern) {
        result += replacement
        rest = rest.dropFirst(pattern.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }
}

/// One section of the program; `ID` becomes its number.
private let template = """

  /** A record of the log, as the parser of lines makes it. */
  export interface RecordID extends BaseRecord {
    readonly id: number;
    name: string;
    tags?: string[];
    payload: { size: number; checksum: `sha-${string}` } | null;
    visit(handler: (record: RecordID, depth?: number) => boolean): void;
  }

  export type KeysID<T extends object> = { readonly [K in keyof T as `get${string & K}`]?: () => T[K] };

  enum StatusID { Active = 1, Suspended = Active << 1, Deleted = 0x10 }

  const defaultsID: Partial<RecordID> = { name: "record ID", tags: ["a", "b"], payload: null };

  // Collects records by their key and keeps the order in which they came.
  export class StoreID<T extends RecordID> implements Iterable<T> {
    #items: Map<string, T[]> = new Map<string, T[]>();
    private static count = 0;
    protected lastError: Error | undefined;

    constructor(private readonly path: string, public limit: number = 1000) {
      StoreID.count += 1;
      if (limit <= 0 || Number.isNaN(limit)) {
        throw new RangeError(`limit must be positive, got ${limit} for ${this.path}`);
      }
    }

    get size(): number {
      let total = 0;
      for (const [key, list] of this.#items) {
        if (key !== "" && list.length > 0) total += list.length;
      }
      return total;
    }

    add(record: T, { overwrite = false, ...rest }: { overwrite?: boolean; source?: string } = {}): this {
      const key = record.name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
      const list = this.#items.get(key) ?? [];
      if (!overwrite && list.some((other) => other.id === record.id)) {
        return this;
      }
      list.push({ ...record, ...rest });
      this.#items.set(key, list);
      return this;
    }

    async load(encoding: BufferEncoding = "utf8"): Promise<number> {
      try {
        const lines = readFileSync(this.path, encoding).split("\\n");
        for (let i = 0; i < lines.length && i < this.limit; i++) {
          const [id, name, ...tags] = lines[i]!.trim().split(",");
          if (!id || !name) continue;
          this.add({ id: parseInt(id, 10), name, tags, payload: null } as unknown as T);
        }
      } catch (error) {
        this.lastError = error instanceof Error ? error : new Error(String(error));
        return -1;
      } finally {
        await Promise.resolve();
      }
      return this.size;
    }

    *[Symbol.iterator](): Iterator<T> {
      for (const list of this.#items.values()) yield* list;
    }
  }

  export function summarizeID(store: StoreID<RecordID>, status: StatusID = StatusID.Active): string {
    const parts: string[] = [];
    for (const record of store) {
      switch (status) {
        case StatusID.Active:
          parts.push(`${record.id}: ${record.name} (${record.tags?.length ?? 0} tags)`);
          break;
        case StatusID.Suspended:
        default:
          parts.push(record.payload?.checksum ?? "none");
      }
    }
    const total = parts.map((part) => part.length).reduce((sum, length) => sum + length, 0);
    return total > 80 ? parts.join("\\n") : parts.join(", ") + `; total ${total * 2 - 1}`;
  }

  """
