uniform vec3 u_curve[7];
uniform float u_opacity;
varying float v_height;
varying float v_up;

void main() {
    vec3 color = u_curve[6];
    for (int k = 5; k >= 0; k--) color = color * v_height + u_curve[k];
    gl_FragColor = vec4(color, u_opacity * v_up * v_up);
}
