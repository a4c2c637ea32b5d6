// A soft shadow under the box, so that it stands on something.
uniform vec4 u_shadow;
uniform float u_size;
varying vec2 v_place;

void main() {
    vec2 out_by = max(abs(v_place) - 0.92, 0.0);
    float near = clamp(1.0 - length(out_by) / (u_size - 0.92), 0.0, 1.0);
    gl_FragColor = vec4(u_shadow.rgb, u_shadow.a * near * near);
}
