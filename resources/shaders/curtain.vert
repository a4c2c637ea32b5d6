// The cut edges of the surface, hanging down a little way and fading.
attribute vec3 a_place;
attribute vec2 a_place_from;
attribute float a_from;
attribute float a_to;
uniform mat4 u_matrix;
uniform float u_morph;
uniform float u_tall;
uniform float u_floor;
uniform float u_hang;
varying float v_height;
varying float v_up;
varying vec2 v_place;

void main() {
    v_height = mix(a_from, a_to, u_morph);
    float top = u_tall * min(v_height, 1.0);
    v_up = a_place.z;
    v_place = mix(a_place_from, a_place.xy, u_morph);
    gl_Position = u_matrix * vec4(v_place, mix(max(top - u_hang, u_floor), top, a_place.z), 1.0);
}
