/// Patterns of whole URLs, taken apart into those of components
/// (https://urlpattern.spec.whatwg.org/#constructor-string-parsing).
// @optimize size
import { Components } from "./url-pattern-init.ts";
import { Kind, Token, tokenize } from "./url-pattern-tokens.ts";

/// The states, in the order of a URL's components.
const enum State { init, protocol, authority, username, password, hostname, port, pathname, search, hash, done }

/// Reads the pattern of a URL; `matchesSpecialScheme` tells that of the pattern of a protocol.
export class ConstructorParser {
  #input: string;
  #tokens: Token[];
  #matchesSpecialScheme: (pattern: string) => boolean;
  #isSpecial = false;
  #index = 0;
  #increment = 1;
  #start = 0;
  #state = State.init;
  #groupDepth = 0;
  #bracketDepth = 0;
  readonly result = new Components();

  constructor(input: string, matchesSpecialScheme: (pattern: string) => boolean) {
    this.#input = input;
    this.#tokens = tokenize(input, true);
    this.#matchesSpecialScheme = matchesSpecialScheme;
  }

  parse(): Components {
    for (; this.#index < this.#tokens.length; this.#index += this.#increment) {
      this.#increment = 1;
      const { kind } = this.#tokens[this.#index]!;
      if (kind === Kind.end) {
        if (this.#state === State.init) {
          this.#rewind();
          if (this.#isAt("#")) this.#change(State.hash, 1);
          else if (this.#isSearchPrefix()) this.#change(State.search, 1);
          else this.#change(State.pathname, 0);
        } else if (this.#state === State.authority) {
          this.#rewind();
          this.#change(State.hostname, 0);
        } else {
          this.#change(State.done, 0);
          break;
        }
        continue;
      }
      if (kind === Kind.open) {
        // As in Node, the token behind is a part of the group unless it closes that, even if it is the end.
        this.#groupDepth++;
        this.#index++;
      }
      if (this.#groupDepth > 0) {
        if (this.#tokens[this.#index]!.kind !== Kind.close) continue;
        this.#groupDepth--;
      }
      this.#step();
    }
    const { result } = this;
    if (result.hostname !== undefined && result.port === undefined) result.port = "";
    return result;
  }

  /// What a token outside groups means in the state.
  #step(): void {
    switch (this.#state) {
      case State.init:
        if (this.#isAt(":")) {
          this.#rewind();
          this.#change(State.protocol, 0);
        }
        break;
      case State.protocol:
        if (this.#isAt(":")) {
          this.#isSpecial = this.#matchesSpecialScheme(this.#component());
          const hasSlashes = this.#isAt("/", 1) && this.#isAt("/", 2);
          this.#change(hasSlashes || this.#isSpecial ? State.authority : State.pathname, hasSlashes ? 3 : 1);
        }
        break;
      case State.authority:
        if (this.#isAt("@")) {
          this.#rewind();
          this.#change(State.username, 0);
        } else if (this.#isAt("/") || this.#isSearchPrefix() || this.#isAt("#")) {
          this.#rewind();
          this.#change(State.hostname, 0);
        }
        break;
      case State.username:
        if (this.#isAt(":")) this.#change(State.password, 1);
        else if (this.#isAt("@")) this.#change(State.hostname, 1);
        break;
      case State.password:
        if (this.#isAt("@")) this.#change(State.hostname, 1);
        break;
      case State.hostname:
        if (this.#isAt("[")) this.#bracketDepth++;
        else if (this.#isAt("]")) this.#bracketDepth--;
        else if (this.#isAt(":") && this.#bracketDepth === 0) this.#change(State.port, 1);
        else this.#endAuthority();
        break;
      case State.port:
        this.#endAuthority();
        break;
      case State.pathname:
        if (this.#isSearchPrefix()) this.#change(State.search, 1);
        else if (this.#isAt("#")) this.#change(State.hash, 1);
        break;
      case State.search:
        if (this.#isAt("#")) this.#change(State.hash, 1);
        break;
    }
  }

  #endAuthority(): void {
    if (this.#isAt("/")) this.#change(State.pathname, 0);
    else if (this.#isSearchPrefix()) this.#change(State.search, 1);
    else if (this.#isAt("#")) this.#change(State.hash, 1);
  }

  /// Goes back to where the component began.
  #rewind(): void {
    this.#index = this.#start;
    this.#increment = 0;
  }

  /// Whether a token is a character that means nothing in patterns.
  #isAt(value: string, distance = 0): boolean {
    const token = this.#tokens[this.#index + distance];
    if (token === undefined || token.value !== value) return false;
    return token.kind === Kind.char || token.kind === Kind.escapedChar || token.kind === Kind.invalidChar;
  }

  /// Whether a query begins here, not the modifier of what is before.
  #isSearchPrefix(): boolean {
    if (this.#isAt("?")) return true;
    if (this.#tokens[this.#index]!.value !== "?") return false;
    if (this.#index === 0) return true;
    switch (this.#tokens[this.#index - 1]!.kind) {
      case Kind.name: case Kind.regexp: case Kind.close: case Kind.asterisk: return false;
      default: return true;
    }
  }

  /// The pattern of the component that ends here.
  #component(): string {
    return this.#input.slice(this.#tokens[this.#start]!.index, this.#tokens[this.#index]!.index);
  }

  #change(next: State, skip: number): void {
    const { result } = this;
    const state = this.#state;
    switch (state) {
      case State.protocol: result.protocol = this.#component(); break;
      case State.username: result.username = this.#component(); break;
      case State.password: result.password = this.#component(); break;
      case State.hostname: result.hostname = this.#component(); break;
      case State.port: result.port = this.#component(); break;
      case State.pathname: result.pathname = this.#component(); break;
      case State.search: result.search = this.#component(); break;
      case State.hash: result.hash = this.#component(); break;
    }
    if (state !== State.init && next !== State.done) {
      // Components between those that are there are empty.
      if (state < State.hostname && next > State.hostname) result.hostname ??= "";
      if (state < State.pathname && next > State.pathname) result.pathname ??= this.#isSpecial ? "/" : "";
      if (state < State.search && next > State.search) result.search ??= "";
    }
    this.#state = next;
    this.#index += skip;
    this.#start = this.#index;
    this.#increment = 0;
  }
}
