// A round mark of a fixed size in pixels at a place in the box.
attribute vec2 a_place;
uniform mat4 u_matrix;
uniform vec3 u_eye;
uniform vec3 u_center;
uniform vec2 u_half_window;
uniform float u_radius;
uniform float u_lift;
varying vec2 v_local;

void main() {
    vec4 clip = u_matrix * vec4(u_center + u_lift * normalize(u_eye - u_center), 1.0);
    v_local = a_place * (1.4 * u_radius + 2.0);
    gl_Position = vec4(clip.xy / clip.w + v_local / u_half_window, clip.z / clip.w, 1.0);
}
