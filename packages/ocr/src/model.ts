import type { Tensor as OutputTensor } from 'onnxruntime-web/wasm'

/** A model that makes one tensor of one. */
export interface Model {
  run(
    data: Float32Array,
    shape: readonly number[],
  ): Promise<{ readonly data: Float32Array; readonly shape: readonly number[] }>
}

/**
 * One thread: files are read beside each other in threads of the caller's.
 *
 * @param engine The engine's WebAssembly, where it can't be read from its package.
 */
export const loadModel = async (bytes: Uint8Array, engine?: Uint8Array): Promise<Model> => {
  // Loaded with the first page, not with the package.
  const { env, InferenceSession, Tensor } = await import('onnxruntime-web/wasm')
  env.wasm.numThreads = 1
  env.logLevel = 'error'
  if (engine !== undefined) env.wasm.wasmBinary = engine
  const session = await InferenceSession.create(bytes, { executionProviders: ['wasm'] })
  const [input = '', output = ''] = [session.inputNames[0], session.outputNames[0]]
  return {
    async run(data, shape) {
      const results = await session.run({ [input]: new Tensor('float32', data, shape) })
      const tensor = results[output] as OutputTensor
      return { data: tensor.data as Float32Array, shape: tensor.dims }
    },
  }
}
