/** A thing in the picture, in its pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a request meets, as far as it is drawn. */
export interface WayStops {
  /** The machine that asks. */
  readonly client: Box | undefined;
  /** The machine whose port is asked. */
  readonly node: Box | undefined;
  /** The service behind the VIP. */
  readonly service: Box | undefined;
  readonly task: Box | undefined;
  /** The service's box in the task's row: the way goes around it. */
  readonly beside: Box | undefined;
}

export interface RequestWay {
  /** Corners of each leg of the way, each in line with the next: to what the request meets first, and from the service on. */
  readonly legs: readonly (readonly Point[])[];
  /** Where it meets something, in order. */
  readonly stops: readonly Point[];
}

/** Half of the gaps between machines, and between tasks, in pixels. */
const GAP = 4;
const TASK_GAP = 3;
/** The way goes down the picture's left edge, where nothing is written. */
const GUTTER = 5;

/** The way of a request through the gaps of the picture: it never covers a name. */
export function requestWay({ client, node, service, task, beside }: WayStops): RequestWay {
  if (!node) return { legs: [], stops: [] };
  const first: Point[] = [];
  const stops: Point[] = [];
  if (client && client !== node) {
    stops.push({ x: middle(client), y: client.bottom });
    first.push({ x: middle(client), y: client.bottom }, { x: middle(client), y: client.bottom + GAP });
    // To another row of machines: beside the machine that is asked.
    if (Math.abs(node.bottom - client.bottom) > GAP) {
      first.push({ x: node.left - GAP, y: client.bottom + GAP }, { x: node.left - GAP, y: node.bottom + GAP });
    }
    first.push({ x: middle(node), y: node.bottom + GAP });
  }
  stops.push({ x: middle(node), y: node.bottom });
  first.push({ x: middle(node), y: node.bottom });
  if (!service && !task) return { legs: [first], stops };
  first.push({ x: middle(node), y: node.bottom + GAP }, { x: GUTTER, y: node.bottom + GAP });
  const legs = [first];
  let last = first;
  const edge = beside ?? service;
  const channel = edge ? edge.right + GAP + 1 : (task?.left ?? 0) - GAP;
  if (service) {
    const y = Math.round((service.top + service.bottom) / 2);
    first.push({ x: GUTTER, y }, { x: service.left, y });
    stops.push({ x: service.left, y });
    // Its name is not crossed: the way goes in on the left and comes out on the right.
    last = [
      { x: service.right, y },
      { x: channel, y },
    ];
    if (task) legs.push(last);
  } else if (task) {
    const y = (edge ?? task).top - TASK_GAP;
    first.push({ x: GUTTER, y }, { x: channel, y });
  }
  if (!task) return { legs, stops };
  last.push({ x: channel, y: task.top - TASK_GAP }, { x: middle(task), y: task.top - TASK_GAP }, { x: middle(task), y: task.top });
  stops.push({ x: middle(task), y: task.top });
  return { legs, stops };
}

/** An SVG path through corners, each rounded by at most so many pixels. */
export function roundedPath(corners: readonly Point[], radius: number): string {
  const points = corners.filter((point, i) => i === 0 || point.x !== corners[i - 1]?.x || point.y !== corners[i - 1]?.y);
  return points
    .map((point, i) => {
      const [before, after] = [points[i - 1], points[i + 1]];
      if (!before) return `M${point.x} ${point.y}`;
      if (!after) return `L${point.x} ${point.y}`;
      const r = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2);
      const [from, to] = [towards(point, before, r), towards(point, after, r)];
      return `L${from.x} ${from.y}Q${point.x} ${point.y} ${to.x} ${to.y}`;
    })
    .join('');
}

function middle(box: Box): number {
  return Math.round((box.left + box.right) / 2);
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/** So many pixels from one point to another that is in line with it. */
function towards(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}
