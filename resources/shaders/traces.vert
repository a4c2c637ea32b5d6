// The contour lines of the surface once more, on the floor below it.
attribute vec2 a_place;
attribute vec2 a_place_from;
attribute vec3 a_from;
attribute vec3 a_to;
uniform mat4 u_matrix;
uniform float u_morph;
uniform float u_floor;
varying float v_height;
varying vec2 v_place;

void main() {
    v_height = mix(a_from.x, a_to.x, u_morph);
    v_place = mix(a_place_from, a_place, u_morph);
    gl_Position = u_matrix * vec4(v_place, u_floor, 1.0);
}
