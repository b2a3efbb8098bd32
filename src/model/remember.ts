/**
 * `compute`, done once for each object and remembered as long as the object lives. Only for objects
 * that never change, as all of the model.
 */
export const rememberFor = <Key extends object, Value>(
  compute: (key: Key) => Value,
): ((key: Key) => Value) => {
  const known = new WeakMap<Key, Value>()
  return (key) => {
    const found = known.get(key)
    // a computed `undefined` is remembered too
    if (found !== undefined || known.has(key)) return found as Value
    const value = compute(key)
    known.set(key, value)
    return value
  }
}
