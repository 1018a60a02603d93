// Breadth-first search, Dijkstra, topological order.
const edges: [string, string, number][] = [["a", "b", 4], ["a", "c", 1], ["c", "b", 2], ["b", "d", 5], ["c", "d", 8], ["d", "e", 3]];
const graph = new Map<string, Map<string, number>>();
for (const [from, to, w] of edges) {
  if (!graph.has(from)) graph.set(from, new Map());
  if (!graph.has(to)) graph.set(to, new Map());
  graph.get(from)!.set(to, w);
}
function bfs(start: string): string[] {
  const seen = new Set([start]);
  for (const node of seen) for (const next of graph.get(node)!.keys()) seen.add(next);
  return [...seen];
}
function dijkstra(start: string): Record<string, number> {
  const dist: Record<string, number> = { [start]: 0 };
  const todo = new Set(graph.keys());
  while (todo.size) {
    let best: string | undefined;
    for (const n of todo) if (n in dist && (best === undefined || dist[n] < dist[best])) best = n;
    if (best === undefined) break;
    todo.delete(best);
    for (const [to, w] of graph.get(best)!) dist[to] = Math.min(dist[to] ?? Infinity, dist[best] + w);
  }
  return dist;
}
function topo(): string[] {
  const order: string[] = [];
  const done = new Set<string>();
  const visit = (n: string): void => { if (done.has(n)) return; done.add(n); graph.get(n)!.forEach((_, m) => visit(m)); order.unshift(n); };
  for (const n of graph.keys()) visit(n);
  return order;
}
console.log(bfs("a"), dijkstra("a"), topo(), graph);
