/** What this browser can draw with. */

/** Tell whether there is a graphics card to draw with: "none" can't draw, "slow" draws without one. */
export function graphics() {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return "none";
  const name = gl.getExtension("WEBGL_debug_renderer_info");
  const told = String(gl.getParameter(name ? name.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(told) ? "slow" : "card";
}
