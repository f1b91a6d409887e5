/** What is waiting, the latest first; of one time what came first. */
export interface Queue<T> {
  push(item: T, time: number): void;
  pop(): T | undefined;
}

interface Entry<T> {
  readonly item: T;
  readonly time: number;
  readonly order: number;
}

/** A binary heap. */
export function createQueue<T>(): Queue<T> {
  const heap: Entry<T>[] = [];
  let count = 0;
  const isFirst = (a: Entry<T>, b: Entry<T>): boolean => a.time > b.time || (a.time === b.time && a.order < b.order);
  const getFirstChild = (place: number): number => {
    const [left, right] = [heap[2 * place + 1], heap[2 * place + 2]];
    return left !== undefined && right !== undefined && isFirst(right, left) ? 2 * place + 2 : 2 * place + 1;
  };
  return {
    push(item, time) {
      const entry = { item, time, order: count++ };
      let place = heap.push(entry) - 1;
      for (let above = heap[(place - 1) >> 1]; place > 0 && above !== undefined && isFirst(entry, above); above = heap[(place - 1) >> 1]) {
        heap[place] = above;
        place = (place - 1) >> 1;
      }
      heap[place] = entry;
    },
    pop() {
      const [first] = heap;
      const entry = heap.pop();
      if (first === undefined || entry === undefined || heap.length === 0) return first?.item;
      let place = 0;
      for (let child = getFirstChild(0), below = heap[child]; below !== undefined && isFirst(below, entry); child = getFirstChild(place), below = heap[child]) {
        heap[place] = below;
        place = child;
      }
      heap[place] = entry;
      return first.item;
    },
  };
}
