uniform vec3 u_curve[7];
uniform vec3 u_lid_color;
uniform float u_opacity;
varying float v_height;
varying float v_up;
varying vec2 v_place;

void main() {
    if (max(abs(v_place.x), abs(v_place.y)) > 1.004) discard;
    float t = clamp(v_height, 0.0, 1.0);
    vec3 color = u_curve[6];
    for (int k = 5; k >= 0; k--) color = color * t + u_curve[k];
    if (v_height > 1.0) color = u_lid_color;
    gl_FragColor = vec4(color, u_opacity * v_up * v_up);
}
