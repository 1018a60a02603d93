/// State that is never changed in place: a store whose reducer copies with spread, as user interfaces do.
interface Todo {
  readonly id: number;
  readonly title: string;
  readonly done: boolean;
  readonly priority?: number;
}

interface State {
  readonly todos: readonly Todo[];
  readonly filter: "all" | "open" | "done";
  readonly statistics: { readonly added: number; readonly toggled: number; readonly removed: number };
  readonly history: readonly string[];
}

type Action =
  | { type: "add"; title: string }
  | { type: "toggle"; id: number }
  | { type: "remove"; id: number }
  | { type: "prioritize"; id: number; priority: number }
  | { type: "filter"; filter: State["filter"] };

const initial: State = {
  todos: [],
  filter: "all",
  statistics: { added: 0, toggled: 0, removed: 0 },
  history: [],
};

function reduce(state: State, action: Action): State {
  const history = [...state.history.slice(-9), action.type];
  switch (action.type) {
    case "add": {
      const added = state.statistics.added + 1;
      return {
        ...state,
        history,
        todos: [...state.todos, { id: added, title: action.title, done: false }],
        statistics: { ...state.statistics, added },
      };
    }
    case "toggle":
      return {
        ...state,
        history,
        todos: state.todos.map((todo) => (todo.id === action.id ? { ...todo, done: !todo.done } : todo)),
        statistics: { ...state.statistics, toggled: state.statistics.toggled + 1 },
      };
    case "remove":
      return {
        ...state,
        history,
        todos: state.todos.filter((todo) => todo.id !== action.id),
        statistics: { ...state.statistics, removed: state.statistics.removed + 1 },
      };
    case "prioritize":
      return {
        ...state,
        history,
        todos: state.todos.map((todo) => (todo.id === action.id ? { ...todo, priority: action.priority } : todo)),
      };
    case "filter":
      return { ...state, history, filter: action.filter };
  }
}

class Store {
  private current = initial;
  private readonly listeners: ((state: State, previous: State) => void)[] = [];

  get state(): State {
    return this.current;
  }

  subscribe(listener: (state: State, previous: State) => void): void {
    this.listeners.push(listener);
  }

  dispatch(action: Action): void {
    const previous = this.current;
    this.current = reduce(previous, action);
    for (const listener of this.listeners) listener(this.current, previous);
  }
}

let seed = 33;
function random(limit: number): number {
  seed = (seed * 48271) % 2147483647;
  return seed % limit;
}

function randomAction(state: State): Action {
  const id = state.todos[random(Math.max(1, state.todos.length))]?.id ?? 0;
  const choice = random(10);
  if (choice < 3 || state.todos.length < 20) return { type: "add", title: `todo ${random(1000)}` };
  if (choice < 6) return { type: "toggle", id };
  if (choice < 7 || state.todos.length > 100) return { type: "remove", id };
  if (choice < 9) return { type: "prioritize", id, priority: random(5) };
  return { type: "filter", filter: (["all", "open", "done"] as const)[random(3)]! };
}

function visible({ todos, filter }: State): readonly Todo[] {
  return filter === "all" ? todos : todos.filter((todo) => todo.done === (filter === "done"));
}

const actions = Number(process.argv[2] ?? 400_000);
const store = new Store();
let changes = 0;
let shown = 0;
store.subscribe((state, previous) => {
  if (state.todos !== previous.todos) changes++;
});
store.subscribe((state) => {
  shown += visible(state).length;
});
for (let i = 0; i < actions; i++) store.dispatch(randomAction(store.state));
console.log(JSON.stringify({ ...store.state.statistics, changes, shown, left: store.state.todos.length }));
console.log(store.state.history.join(" "));
console.log(store.state.todos.filter((todo) => todo.priority !== undefined).length);
