// Lines of any width without multisampling: each segment is a rectangle in window pixels, drawn as a round-ended bar.
attribute vec3 a_start;
attribute vec3 a_end;
attribute vec2 a_corner;
attribute vec2 a_age;
uniform mat4 u_matrix;
uniform vec3 u_eye;
uniform vec2 u_half_window;
uniform float u_radius;
uniform float u_lift;
uniform float u_level;
uniform float u_flat;
varying vec2 v_local;
varying vec2 v_place;
varying float v_length;
varying float v_age;

// A point moved towards the eye does not move on the screen, but wins against the surface it lies on.
vec3 on_screen(vec3 point) {
    point.z = mix(point.z, u_level, u_flat);
    vec4 clip = u_matrix * vec4(point + u_lift * normalize(u_eye - point), 1.0);
    return vec3(clip.xy / clip.w * u_half_window, clip.z / clip.w);
}

void main() {
    vec3 first = on_screen(a_start);
    vec3 last = on_screen(a_end);
    vec2 span = last.xy - first.xy;
    v_length = length(span);
    vec2 along = v_length > 1e-4 ? span / v_length : vec2(1.0, 0.0);
    vec2 across = vec2(-along.y, along.x);
    float reach = u_radius + 1.0;
    vec3 base = mix(first, last, a_corner.x);
    vec2 place = base.xy + reach * ((2.0 * a_corner.x - 1.0) * along + a_corner.y * across);
    v_local = vec2(a_corner.x * v_length + (2.0 * a_corner.x - 1.0) * reach, a_corner.y * reach);
    v_age = mix(a_age.x, a_age.y, a_corner.x);
    v_place = mix(a_start.xy, a_end.xy, a_corner.x);
    gl_Position = vec4(place / u_half_window, base.z, 1.0);
}
