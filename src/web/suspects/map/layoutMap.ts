import { Graph, layout } from '@dagrejs/dagre';
import type { Point } from '../../ui/lineThrough.ts';

/** A service, at its middle. */
export interface MapNode extends Point {
  id: string;
}

export interface MapEdge {
  from: string;
  to: string;
  points: Point[];
}

export interface MapLayout {
  width: number;
  height: number;
  nodes: MapNode[];
  edges: MapEdge[];
}

/** Pixels of a service. */
export const NODE = { width: 168, height: 44 };

/** Places services in layers, callers left of whom they call; calls that go back are turned for it. */
export function layoutMap(
  services: readonly string[],
  calls: readonly { caller: string; callee: string }[],
): MapLayout {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 12, ranksep: 48, edgesep: 10, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const service of services) graph.setNode(service, { ...NODE });
  for (const { caller, callee } of calls) if (caller !== callee) graph.setEdge(caller, callee);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    nodes: services.map(id => {
      const { x, y } = graph.node(id) as { x: number; y: number };
      return { id, x, y };
    }),
    edges: graph.edges().map(({ v, w }) => {
      const { points } = graph.edge(v, w) as { points: Point[] };
      return {
        from: v,
        to: w,
        points: fromSideToSide(points, graph.node(v) as Point, graph.node(w) as Point),
      };
    }),
  };
}

/** A call that goes right leaves its caller on the right and arrives on the left, in the middle of the sides. */
function fromSideToSide(points: readonly Point[], caller: Point, callee: Point): Point[] {
  if (callee.x <= caller.x) return [...points];
  const half = NODE.width / 2;
  return [{ x: caller.x + half, y: caller.y }, ...points.slice(1, -1), { x: callee.x - half, y: callee.y }];
}

/** The service that an arrow key leads to from another: the nearest one on that side. */
export function nearestOf(nodes: readonly MapNode[], from: string, key: string): string | undefined {
  const here = nodes.find(({ id }) => id === from);
  const ways: Record<string, readonly [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  const way = ways[key];
  if (!here || !way) return undefined;
  const [across, down] = way;
  const rated = nodes
    .map(({ id, x, y }) => {
      const along = (x - here.x) * across + (y - here.y) * down;
      const aside = Math.abs((x - here.x) * down) + Math.abs((y - here.y) * across);
      return { id, along, distance: along + 2 * aside };
    })
    .filter(({ along }) => along > 1);
  return rated.sort((one, other) => one.distance - other.distance)[0]?.id;
}
