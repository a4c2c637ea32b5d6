// The cut edges of the surface, hanging down to the floor.
attribute vec3 a_place;
attribute float a_from;
attribute float a_to;
uniform mat4 u_matrix;
uniform float u_morph;
uniform float u_tall;
uniform float u_floor;
varying float v_height;
varying float v_up;

void main() {
    v_height = mix(a_from, a_to, u_morph);
    float height = min(v_height, 1.0);
    v_up = a_place.z;
    gl_Position = u_matrix * vec4(a_place.xy, mix(u_floor, u_tall * height, a_place.z), 1.0);
}
