// The height field. Each vertex has the place, height and slope it comes from and those it goes to.
attribute vec2 a_place;
attribute vec2 a_place_from;
attribute vec3 a_from;
attribute vec3 a_to;
uniform mat4 u_matrix;
uniform float u_morph;
uniform float u_tall;
uniform float u_lid;
varying float v_height;
varying vec3 v_normal;
varying vec2 v_place;

void main() {
    vec3 shape = mix(a_from, a_to, u_morph);
    v_height = shape.x;
    v_normal = vec3(-u_tall * shape.yz, 1.0);
    v_place = mix(a_place_from, a_place, u_morph);
    gl_Position = u_matrix * vec4(v_place, u_tall * mix(shape.x, 1.0, u_lid), 1.0);
}
