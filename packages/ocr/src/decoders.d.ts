declare module '@cwasm/webp' {
  const webp: {
    readonly decode: (bytes: Uint8Array) => {
      readonly width: number
      readonly height: number
      readonly data: Uint8ClampedArray
    }
  }
  // biome-ignore lint/style/noDefaultExport: a CommonJS module
  export default webp
}

declare module 'utif2' {
  const utif: {
    readonly decodeImage: (file: ArrayBuffer, image: object, images: readonly object[]) => void
    readonly toRGBA8: (image: object) => Uint8Array
  }
  // biome-ignore lint/style/noDefaultExport: a CommonJS module
  export default utif
}
