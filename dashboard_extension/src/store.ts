/** A value that changes and those who want to know: the shape `useSyncExternalStore` asks for. */
export interface Watched<T> {
  getState(): T;
  subscribe(listener: () => void): () => void;
}

export interface Store<T> extends Watched<T> {
  set(next: T): void;
}

export function createStore<T>(initial: T): Store<T> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    set(next) {
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
