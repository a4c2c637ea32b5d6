attribute vec2 a_place;
uniform mat4 u_matrix;
uniform float u_size;
uniform float u_floor;
varying vec2 v_place;

void main() {
    v_place = u_size * a_place;
    gl_Position = u_matrix * vec4(v_place, u_floor, 1.0);
}
